import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import { calendarDate, isCalendarDate } from '#lib/domain/calendar-date.ts'

/** What was typed into the form of a proposal, by field. */
export function readTyped(form: FormData): Record<string, string> {
  const typed = [...form.entries()].filter(([name]) => !name.startsWith('$') && name !== 'step')
  return Object.fromEntries(typed.map(([name, value]) => [name, String(value).slice(0, 1500)]))
}

/** The first day of a new version; a day long over where none was typed, which the verb then refuses. */
export function readFirstDay(typed: string | undefined): CalendarDate {
  return typed && isCalendarDate(typed) ? typed : calendarDate('1900-01-01')
}
