import type { BookingPolicy } from '#lib/domain/booking-policy.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { Service } from '#lib/domain/service.ts'
import { keepFresh } from './keep-fresh.ts'
import { loadRules } from './load-rules.ts'
import { resolvePolicy } from './resolve-policy.ts'
import { policyBase } from './rules.sql.ts'
import type { Queryable } from './store.ts'

/**
 * Under which rules an office is booked today: the nation's, then those of its province, city and county, then its own,
 * key by key; with `service` those that hold for it alone as well. An office that is not known is booked under the
 * nation's rules. Kept for a minute.
 */
export function loadPolicy(
  queryable: Queryable,
  officeId: string | undefined,
  now: Date,
  service?: Service,
): Promise<BookingPolicy> {
  const on = shanghaiToday(now)
  return keepFresh(`policy ${officeId ?? ''} ${on} ${service ?? ''}`, now, async () => {
    const { rules, path } = await loadRules(queryable, officeId, now)
    return resolvePolicy(rules, path, on, policyBase().policy, service)
  })
}
