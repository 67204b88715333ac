import type { Pool } from '#lib/db/pool.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'

/**
 * The cases whose two people have a time for the certificate on this day. They take the time that is kept for them.
 */
export async function findVisitsOn(pool: Pool, day: CalendarDate): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ id: string }>(
    'SELECT k.case_id AS id FROM kept_seat k JOIN slot s ON s.id = k.slot_id WHERE s.date = $1',
    [day],
  )
  return new Set(rows.map(({ id }) => id))
}
