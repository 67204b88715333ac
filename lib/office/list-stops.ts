import type { Pool } from '#lib/db/pool.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import { readStops, type Stop } from './stop.sql.ts'

/** Where an office stands from one day to another, the last one included; nothing for one that stays where it is. */
export function listStops(
  pool: Pool,
  wish: { readonly officeId: string; readonly from: CalendarDate; readonly until: CalendarDate },
): Promise<Stop[]> {
  return readStops(pool, wish)
}
