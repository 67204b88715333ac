import type { Calendar } from './calendar.ts'
import type { CalendarDate } from './calendar-date.ts'
import type { NoticeDay } from './holiday-notice.ts'

/** The calendar as a notice would make it: its year says what the notice says, and is official. */
export function calendarWithNotice(calendar: Calendar, year: number, notice: readonly NoticeDay[]): Calendar {
  const days = (before: ReadonlySet<CalendarDate>, kind: NoticeDay['kind']) =>
    new Set([
      ...[...before].filter((day) => Number(day.slice(0, 4)) !== year),
      ...notice.filter((day) => day.kind === kind).map(({ date }) => date),
    ])
  return {
    ...calendar,
    holidays: days(calendar.holidays, 'holiday'),
    makeupWorkdays: days(calendar.makeupWorkdays, 'makeup-workday'),
    officialYears: new Set([...calendar.officialYears, year]),
  }
}
