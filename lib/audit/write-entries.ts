import type { PoolClient } from '#lib/db/pool.ts'
import type { AuditEntry } from './write-entry.ts'

/** Puts many acts on the record with one statement, in the transaction of the acts themselves. */
export async function writeEntries(client: PoolClient, entries: readonly AuditEntry[]): Promise<void> {
  await client.query(
    `INSERT INTO audit_entry (at, actor_kind, actor_id, act, subject_kind, subject_id, office_id, detail)
     SELECT e.at, e."actorKind", e."actorId", e.act, e."subjectKind", e."subjectId", e."officeId", e.detail
     FROM json_to_recordset($1::json) AS e (at timestamptz, "actorKind" text, "actorId" text, act text, "subjectKind" text,
       "subjectId" text, "officeId" text, detail jsonb)`,
    [JSON.stringify(entries)],
  )
}
