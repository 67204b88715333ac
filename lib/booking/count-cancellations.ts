import type { Pool, PoolClient } from '#lib/db/pool.ts'
import type { VerifiedIdentity } from '#lib/domain/actor.ts'
import { CANCELLATION_WINDOW_DAYS } from '#lib/domain/change-limits.ts'
import { normalizeNumber } from '#lib/domain/identity-number.ts'
import { indexPerson } from '#lib/identity/index-person.ts'

const DAY_MS = 86_400_000

/**
 * How many appointments this person has cancelled within the window, alone or for both; what the other, the office or
 * the clock ended is not counted, nor is an honest no to the question whether they still come.
 */
export async function countCancellations(
  database: Pool | PoolClient,
  { documentType, documentNumber }: VerifiedIdentity,
  now: Date,
): Promise<number> {
  const since = new Date(now.getTime() - CANCELLATION_WINDOW_DAYS * DAY_MS)
  const { rows } = await database.query<{ count: number }>(
    `SELECT count(DISTINCT a.id)::int AS count
     FROM party p JOIN appointment a ON a.id = p.appointment_id
       JOIN audit_entry e ON e.subject_id = a.id::text AND e.act = 'appointment-cancelled'
         AND e.detail->>'by' = p.role::text
     WHERE p.person_index = $1 AND a.status = 'cancelled' AND a.ended_at > $2
       AND a.end_reason IS DISTINCT FROM 'not-coming'`,
    [indexPerson(documentType, normalizeNumber(documentNumber)), since],
  )
  return rows[0]?.count ?? 0
}
