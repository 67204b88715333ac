import type { Calendar } from '#lib/domain/calendar.ts'
import { keepFresh } from './keep-fresh.ts'
import { readCalendar } from './read-calendar.ts'
import type { Queryable } from './store.ts'

/** Holidays, make-up workdays, and the years that a State Council notice covers. Kept for a minute. */
export function loadCalendar(queryable: Queryable, now: Date): Promise<Calendar> {
  return keepFresh('calendar', now, () => readCalendar(queryable))
}
