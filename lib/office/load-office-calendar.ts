import type { Calendar } from '#lib/domain/calendar.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { Service } from '#lib/domain/service.ts'
import { loadCalendar } from './load-calendar.ts'
import { readServiceDays } from './rules.sql.ts'
import type { Queryable } from './store.ts'

/**
 * The calendar with the rest days from `from` to `until` on which this office offers a service. By it a certificate can
 * be handed out on a Saturday that the office offers; no date of the law is computed from these days.
 */
export async function loadOfficeCalendar(
  queryable: Queryable,
  wish: {
    readonly officeId: string
    readonly service: Service
    readonly from: CalendarDate
    readonly until: CalendarDate
  },
  now: Date,
): Promise<Calendar> {
  const [calendar, days] = [await loadCalendar(queryable, now), await readServiceDays(queryable, wish)]
  return { ...calendar, serviceDays: new Set(days) }
}
