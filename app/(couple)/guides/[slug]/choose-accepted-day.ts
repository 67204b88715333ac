import type { Calendar } from '#lib/domain/calendar.ts'
import { addDays, type CalendarDate, isCalendarDate } from '#lib/domain/calendar-date.ts'

// Far enough for anybody who plans; holidays further on are not announced.
const AHEAD_DAYS = 366

/**
 * The day that the reader gave, if our calendar can count from it: holidays before its first official year are unknown
 * to us, and a wrong date would be worse than none. Otherwise `ordinary`.
 */
export function chooseAcceptedDay(
  calendar: Calendar,
  given: string | undefined,
  ordinary: CalendarDate,
): { day: CalendarDate; isRefused: boolean } {
  if (!given) return { day: ordinary, isRefused: false }
  const firstYear = Math.min(...calendar.officialYears)
  const isCountable =
    isCalendarDate(given) && Number(given.slice(0, 4)) >= firstYear && given <= addDays(ordinary, AHEAD_DAYS)
  return isCountable ? { day: given, isRefused: false } : { day: ordinary, isRefused: true }
}
