import type { DayOnOffer } from '#lib/domain/availability.ts'
import { addDays, type CalendarDate, calendarDate, isCalendarDate } from '#lib/domain/calendar-date.ts'

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
  const first = (day: string) => calendarDate(`${day.slice(0, 7)}-01`)
  const wish = `${asked ?? ''}-01`
  if (!isCalendarDate(wish) || wish > lastReleased) return first(today)
  return wish < first(today) ? first(today) : wish
}

/** The weeks of a month, Monday first; undefined where a week belongs to another month. */
export function weeksOf(month: CalendarDate): (CalendarDate | undefined)[][] {
  const lead = (new Date(`${month}T00:00:00Z`).getUTCDay() + 6) % 7
  const weeks: (CalendarDate | undefined)[][] = []
  for (let start = -lead; start < 0 || addDays(month, start).slice(0, 7) === month.slice(0, 7); start += 7) {
    weeks.push(
      Array.from({ length: 7 }, (_, index) => addDays(month, start + index)).map((day) =>
        day.slice(0, 7) === month.slice(0, 7) ? day : undefined,
      ),
    )
  }
  return weeks
}
