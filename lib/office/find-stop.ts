import type { Pool } from '#lib/db/pool.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { ClockTime } from '#lib/domain/clock.ts'
import { readStops, type Stop } from './stop.sql.ts'

/** Where a mobile office stands at a time of a day: the stop in whose hours it lies. */
export async function findStop(
  pool: Pool,
  at: { readonly officeId: string; readonly date: CalendarDate; readonly time: ClockTime },
): Promise<Stop | undefined> {
  const stops = await readStops(pool, { officeId: at.officeId, from: at.date, until: at.date })
  return stops.find(({ opens, closes }) => opens <= at.time && at.time < closes)
}
