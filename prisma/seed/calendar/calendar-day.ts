import { type CalendarDate, calendarDate, daysFrom } from '#lib/domain/calendar-date.ts'
import { workdayOf } from '#lib/domain/holiday-notice.ts'
import type { LocalizedText } from '#lib/domain/localized-text.ts'

export interface CalendarDayPlan {
  readonly date: CalendarDate
  readonly kind: 'holiday' | 'makeup-workday'
  readonly name: LocalizedText
  readonly status: 'official' | 'provisional'
  readonly source: string
}

type Standing = Pick<CalendarDayPlan, 'status' | 'source'>

/** Every day of one holiday, first and last included. */
export function holidays(
  name: LocalizedText,
  from: string,
  until: string,
  standing: Standing,
): CalendarDayPlan[] {
  return daysFrom(calendarDate(from), calendarDate(until)).map((date) => ({
    date,
    kind: 'holiday',
    name,
    ...standing,
  }))
}

/** A weekend day that is worked in exchange for a holiday. */
export function makeupWorkday(holiday: LocalizedText, date: string, standing: Standing): CalendarDayPlan {
  return {
    date: calendarDate(date),
    kind: 'makeup-workday',
    name: workdayOf(holiday),
    ...standing,
  }
}
