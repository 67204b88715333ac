import { addDays, type CalendarDate, isCalendarDate, weekdayOf } from '#lib/domain/calendar-date.ts'

/** The Monday of the week that is asked for; of this week when none is. */
export function mondayOf(asked: string | undefined, today: CalendarDate): CalendarDate {
  const day = asked && isCalendarDate(asked) ? asked : today
  return addDays(day, 1 - weekdayOf(day))
}

/** The address of a page with what it shall show; what is not told is left out. */
export function withSearch(path: string, search: Readonly<Record<string, string | undefined>>): string {
  const told = Object.entries(search).filter((pair): pair is [string, string] => Boolean(pair[1]))
  return told.length > 0 ? `${path}?${new URLSearchParams(told)}` : path
}
