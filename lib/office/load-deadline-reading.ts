import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { DeadlineReading } from '#lib/domain/cooling-off.ts'
import { loadRules } from './load-rules.ts'
import { resolveReading } from './resolve-reading.ts'
import type { Queryable } from './store.ts'

/**
 * How an office reads the law on the two periods for an application accepted on a day: as the nation does, then its
 * province, city and county, then the office itself. Without an office, the nation's reading. Civil Code art. 203, 1077.
 */
export async function loadDeadlineReading(
  queryable: Queryable,
  officeId: string | undefined,
  { acceptedOn, now }: { readonly acceptedOn: CalendarDate; readonly now: Date },
): Promise<DeadlineReading> {
  const { rules, path } = await loadRules(queryable, officeId, now)
  return resolveReading(rules, path, acceptedOn)
}
