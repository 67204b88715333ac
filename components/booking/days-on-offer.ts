import type { DayOnOffer } from '#lib/domain/availability.ts'
import { type CalendarDate, isCalendarDate } from '#lib/domain/calendar-date.ts'
import { firstOfMonth } from '#lib/domain/month-weeks.ts'

/** The days of an office for a service, from today to the last one that is released. */
export interface DaysOnOffer {
  readonly days: readonly DayOnOffer[]
  readonly today: CalendarDate
  readonly lastReleased: CalendarDate
  readonly releaseTime: string
  readonly holdMinutes: number
}

/** Free places before and after noon. */
export function placesLeft(day: DayOnOffer): { morning: number; afternoon: number } {
  const left = (isMorning: boolean) =>
    day.slots
      .filter((slot) => slot.start < '12:00' === isMorning)
      .reduce((sum, slot) => sum + slot.remaining, 0)
  return { morning: left(true), afternoon: left(false) }
}

/** The first day of the month to show: the one asked for, within what is on offer. */
export function monthToShow(asked: string | undefined, { today, lastReleased }: DaysOnOffer): CalendarDate {
  const wish = `${asked ?? ''}-01`
  if (!isCalendarDate(wish) || wish > lastReleased) return firstOfMonth(today)
  return wish < firstOfMonth(today) ? firstOfMonth(today) : wish
}
