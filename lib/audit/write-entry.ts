import type { Pool, PoolClient } from '#lib/db/pool.ts'

export interface AuditEntry {
  readonly at: Date
  readonly actorKind: 'person' | 'channel' | 'staff' | 'device' | 'system'
  readonly actorId?: string
  readonly act: string
  readonly subjectKind:
    | 'appointment'
    | 'person'
    | 'session'
    | 'case'
    | 'waiting-entry'
    | 'channel'
    | 'ticket'
    | 'slot'
    | 'home-visit'
    | 'stop'
    | 'staff'
    | 'office'
    | 'device'
    | 'calendar'
    | 'region'
    | 'lane'
    | 'change'
    | 'policy'
    | 'text'
    | 'approval'
    | 'roster'
    | 'export'
  readonly subjectId: string
  readonly officeId?: string
  /** Facts that the rows no longer tell; no personal data. */
  readonly detail?: Readonly<Record<string, unknown>>
}

/** Puts an act on the record, in the transaction of the act itself where it has one. */
export async function writeEntry(client: PoolClient | Pool, entry: AuditEntry): Promise<void> {
  await client.query(
    `INSERT INTO audit_entry (at, actor_kind, actor_id, act, subject_kind, subject_id, office_id, detail) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      entry.at,
      entry.actorKind,
      entry.actorId ?? null,
      entry.act,
      entry.subjectKind,
      entry.subjectId,
      entry.officeId ?? null,
      entry.detail ?? null,
    ],
  )
}
