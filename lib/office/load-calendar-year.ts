import {
  type CalendarEntry,
  type CalendarYear,
  type CalendarYearDay,
  readEntries,
  readYearDays,
  readYears,
} from './calendar-year.sql.ts'
import type { Queryable } from './store.ts'

/** A year of the calendar with everything that is known of it. */
export interface LoadedYear {
  readonly years: readonly CalendarYear[]
  readonly days: readonly CalendarYearDay[]
  /** The notices that were entered for it, the latest first. */
  readonly entries: readonly CalendarEntry[]
}

/** The days of a year that differ from their weekday, by whose word, and which years there are. */
export async function loadCalendarYear(queryable: Queryable, year: number): Promise<LoadedYear> {
  const [years, days, entries] = await Promise.all([
    readYears(queryable),
    readYearDays(queryable, year),
    readEntries(queryable, year),
  ])
  return { years, days, entries }
}
