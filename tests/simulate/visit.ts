import type { Pool } from '#lib/db/pool.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'

/**
 * The cases whose two people have a time for the certificate on this day: the one that is kept for them; and on a Saturday
 * that their office offers, whoever can come.
 */
export async function findVisitsOn(pool: Pool, day: CalendarDate): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT k.case_id AS id FROM kept_seat k JOIN slot s ON s.id = k.slot_id WHERE s.date = $1
     UNION
     SELECT c.id FROM divorce_case c JOIN lane l ON l.office_id = c.office_id JOIN service_day d ON d.lane_id = l.id
     WHERE d.date = $1 AND c.status = 'open' AND $1 BETWEEN c.cert_window_start AND c.cert_window_end`,
    [day],
  )
  return new Set(rows.map(({ id }) => id))
}
