import type { Pool } from '#lib/db/pool.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import { type DivorceDeadlines, divorceDeadlines, safeDays } from '#lib/domain/cooling-off.ts'
import { type MarkedMonth, monthsOfCase } from '#lib/domain/deadline-months.ts'
import { loadCalendar } from '#lib/office/load-calendar.ts'
import { loadDeadlineReading } from '#lib/office/load-deadline-reading.ts'

/** Both periods from a day on a receipt, as the calculator shows them. */
export interface CountedDeadlines {
  readonly deadlines: DivorceDeadlines
  /** The days on which one can come under every reading of the law. */
  readonly safe: { readonly from: CalendarDate; readonly until: CalendarDate }
  readonly months: readonly MarkedMonth[]
}

/**
 * Counts both periods of an application accepted on a day, by the calendar of now and by the way in which the office, or
 * without one the nation, reads the law on that day. Civil Code art. 201, 203, 1077.
 */
export async function countDeadlines(
  pool: Pool,
  wish: { readonly acceptedOn: CalendarDate; readonly officeId?: string; readonly now: Date },
): Promise<CountedDeadlines> {
  const { acceptedOn, officeId, now } = wish
  const calendar = await loadCalendar(pool, now)
  const deadlines = divorceDeadlines(
    calendar,
    acceptedOn,
    await loadDeadlineReading(pool, officeId, { acceptedOn, now }),
  )
  const safe = safeDays(calendar, acceptedOn)
  return { deadlines, safe, months: monthsOfCase(calendar, deadlines, safe) }
}
