import type { Pool } from 'pg'
import type { AppointmentCode } from '#lib/domain/appointment-code.ts'
import type { OfflineAnswer } from '#lib/domain/offline.ts'

interface Keyed {
  readonly scope: string
  readonly key: string
  /** SHA-256 of what was asked. */
  readonly request: Buffer
  readonly operation: 'offline-arrival' | 'offline-end'
}

/** What was answered to a mark under this key before; `other` where the key stood for something else. */
export async function findMarkAnswer(
  pool: Pool,
  { scope, key, request, operation }: Keyed,
): Promise<OfflineAnswer | 'other' | undefined> {
  const { rows } = await pool.query<{ isSame: boolean; answer: string }>(
    `SELECT request_hash = $3 AND operation = $4 AS "isSame", answer
     FROM write_result WHERE scope = $1 AND key = $2`,
    [scope, key, request, operation],
  )
  if (!rows[0]) return undefined
  return rows[0].isSame ? (JSON.parse(rows[0].answer) as OfflineAnswer) : 'other'
}

/** Keeps the answer to a mark that was put down. */
export async function keepMarkAnswer(
  pool: Pool,
  { scope, key, request, operation }: Keyed,
  kept: { readonly answer: OfflineAnswer; readonly appointmentId: string; readonly at: Date },
): Promise<void> {
  await pool.query(
    `INSERT INTO write_result (scope, key, request_hash, operation, appointment_id, answer, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (scope, key) DO NOTHING`,
    [scope, key, request, operation, kept.appointmentId, JSON.stringify(kept.answer), kept.at],
  )
}

/** The code of an appointment, and whether an arrival of it was taken back since an instant. */
export async function findMarked(
  pool: Pool,
  { appointmentId, since }: { readonly appointmentId: string; readonly since: Date },
): Promise<{ readonly code: AppointmentCode; readonly isUndone: boolean } | undefined> {
  const { rows } = await pool.query<{ code: AppointmentCode; isUndone: boolean }>(
    `SELECT a.code, EXISTS (
       SELECT FROM ticket t JOIN ticket_event e ON e.ticket_id = t.id
       WHERE t.appointment_id = a.id AND e.event = 'undo' AND e.at >= $2
     ) AS "isUndone"
     FROM appointment a WHERE a.id = $1 AND a.anonymised_at IS NULL`,
    [appointmentId, since],
  )
  return rows[0]
}

/**
 * Whether a ticket has gone on without the workstation: a step of somebody else since its list was made, or of anybody
 * since the mark.
 */
export async function hasGoneOn(
  pool: Pool,
  since: {
    readonly ticketId: string
    readonly actorId: string
    readonly seenAt: Date
    readonly markedAt: Date
  },
): Promise<boolean> {
  const { rowCount } = await pool.query(
    `SELECT FROM ticket_event WHERE ticket_id = $1 AND event NOT IN ('give', 'arrive', 'tick', 'green')
       AND (at > $4 OR (at > $3 AND staff_id IS DISTINCT FROM $2)) LIMIT 1`,
    [since.ticketId, since.actorId, since.seenAt, since.markedAt],
  )
  return rowCount === 1
}
