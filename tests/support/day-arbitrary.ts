import fc from 'fast-check'
import { addDays, type CalendarDate, calendarDate } from '#lib/domain/calendar-date.ts'

const FIRST = calendarDate('1930-01-01')
const DAYS = 60_000

/** Any day from 1930 to the first decade of 2094. */
export function dayArbitrary(): fc.Arbitrary<CalendarDate> {
  return fc.nat(DAYS).map((count) => addDays(FIRST, count))
}

/** Any day of the years `from` to `until`, both included. */
export function dayOfYearsArbitrary(from: number, until: number): fc.Arbitrary<CalendarDate> {
  const first = calendarDate(`${from}-01-01`)
  return fc.nat((until - from) * 365 + 364).map((count) => addDays(first, count))
}
