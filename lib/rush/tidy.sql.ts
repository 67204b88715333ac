import type { Pool } from 'pg'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { LinePlace } from './line.sql.ts'

/** The offers that have run out. */
export async function listLapsed(pool: Pool, now: Date): Promise<(LinePlace & { slotId: number })[]> {
  const { rows } = await pool.query<LinePlace & { slotId: number }>(
    `SELECT e.id AS "entryId", e.locale, r.slot_id AS "slotId" FROM returned_seat r JOIN waiting_entry e ON e.id = r.entry_id
     WHERE r.offer_until <= $1 ORDER BY r.offer_until LIMIT 500`,
    [now],
  )
  return rows
}

/** The couples that found a place in another way, or whose offer became one without our noticing. */
export async function listServed(pool: Pool): Promise<{ entryId: string; appointmentId: string }[]> {
  const { rows } = await pool.query<{ entryId: string; appointmentId: string }>(
    `SELECT DISTINCT ON (w.entry_id) w.entry_id AS "entryId", p.appointment_id AS "appointmentId"
     FROM waiting_party w JOIN party p ON p.active AND p.service = w.service AND p.person_index = w.person_index
     WHERE w.active LIMIT 500`,
  )
  return rows
}

/** The couples all of whose days are over. */
export async function listPast(pool: Pool, today: CalendarDate): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT e.id FROM waiting_entry e WHERE e.status = 'waiting'
       AND NOT EXISTS (SELECT FROM waiting_wish w WHERE w.entry_id = e.id AND w."until" >= $1) LIMIT 500`,
    [today],
  )
  return rows.map(({ id }) => id)
}

/**
 * Couples that took their offer and whose booking then came to nothing, the process having ended between the two:
 * their hold has run out, so they stand in the line again.
 */
export async function recoverStranded(pool: Pool, now: Date): Promise<void> {
  await pool.query(
    `UPDATE waiting_entry e SET status = 'waiting' WHERE status = 'offered'
       AND NOT EXISTS (SELECT FROM returned_seat r WHERE r.entry_id = e.id)
       AND NOT EXISTS (SELECT FROM slot_hold h WHERE h.person_id = e.person_id AND h.expires_at > $1)
       AND NOT EXISTS (SELECT FROM waiting_party w JOIN party p ON p.active AND p.service = w.service
         AND p.person_index = w.person_index WHERE w.entry_id = e.id)`,
    [now],
  )
}
