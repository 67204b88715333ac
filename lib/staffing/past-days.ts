import { addDays, type CalendarDate, daysFrom } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'

/** The days of so many weeks up to yesterday. */
export function pastDays(now: Date, weeks: number): CalendarDate[] {
  const today = shanghaiToday(now)
  return daysFrom(addDays(today, -7 * weeks), addDays(today, -1))
}
