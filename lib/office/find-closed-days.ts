import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { LocalizedText } from '#lib/domain/localized-text.ts'
import type { Service } from '#lib/domain/service.ts'
import { readClosedDays } from './rules.sql.ts'
import type { Queryable } from './store.ts'

/**
 * Why there may be nothing on offer on days from `from` to `until`: the office's own closures, else the public holiday.
 * A holiday on which the office works is listed as well.
 */
export async function findClosedDays(
  queryable: Queryable,
  wish: {
    readonly officeId: string
    readonly service: Service
    readonly from: CalendarDate
    readonly until: CalendarDate
  },
): Promise<Map<CalendarDate, LocalizedText>> {
  const rows = await readClosedDays(queryable, wish)
  return new Map(rows.map(({ date, reason }) => [date, reason]))
}
