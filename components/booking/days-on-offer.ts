import type { DayOnOffer } from '#lib/domain/availability.ts'
import { type CalendarDate, isCalendarDate } from '#lib/domain/calendar-date.ts'
import { firstOfMonth } from '#lib/domain/month-weeks.ts'
import type { VisitWindow } from '#lib/domain/visit-days.ts'

/** The days of an office for a service, from today to the last one that is released. */
export interface DaysOnOffer {
  readonly days: readonly DayOnOffer[]
  readonly today: CalendarDate
  readonly lastReleased: CalendarDate
  /** Of the visit of a case: the law offers no other day. */
  readonly window?: VisitWindow
  readonly releaseTime: string
  readonly holdMinutes: number
  /** Days whose places come on offer at an instant of their own. */
  readonly releases?: ReadonlyMap<CalendarDate, Date>
  /** Of an office that goes about: where it stands, by day. */
  readonly places?: ReadonlyMap<CalendarDate, string>
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
export function monthToShow(asked: string | undefined, offer: DaysOnOffer): CalendarDate {
  const wish = `${asked ?? ''}-01`
  const first = firstOfMonth(firstDayOf(offer))
  if (!isCalendarDate(wish) || wish > offer.lastReleased) return first
  return wish < first ? first : wish
}

/** The day from which there is something to choose. */
export function firstDayOf({ today, window }: DaysOnOffer): CalendarDate {
  return window?.from ?? today
}
