import type { Calendar } from '#lib/domain/calendar.ts'
import { readCalendarRows } from './rules.sql.ts'
import type { Queryable } from './store.ts'

/** The calendar as this connection sees it now; `loadCalendar` is the kept one. */
export async function readCalendar(queryable: Queryable): Promise<Calendar> {
  const { days, officialYears } = await readCalendarRows(queryable)
  const ofKind = (kind: string) => new Set(days.filter((day) => day.kind === kind).map((day) => day.date))
  return {
    holidays: ofKind('holiday'),
    makeupWorkdays: ofKind('makeup-workday'),
    officialYears: new Set(officialYears),
  }
}
