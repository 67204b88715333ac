import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import { readReleases } from './release.sql.ts'
import type { Queryable } from './store.ts'

/** The days whose places are still held back, each with the instant at which they come on offer. Closed days have none. */
export async function findReleases(
  queryable: Queryable,
  wish: Parameters<typeof readReleases>[1],
): Promise<ReadonlyMap<CalendarDate, Date>> {
  return new Map((await readReleases(queryable, wish)).map(({ date, at }) => [date, at]))
}
