import { type CalendarDate, isCalendarDate } from '#lib/domain/calendar-date.ts'
import { mondayOf } from '#lib/domain/roster.ts'

/** The Monday of the week that an address asks for; of the week of `otherwise` when it asks for none. */
export function weekOfAddress(asked: string | undefined, otherwise: CalendarDate): CalendarDate {
  return mondayOf(asked && isCalendarDate(asked) ? asked : otherwise)
}
