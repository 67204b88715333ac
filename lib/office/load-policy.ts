import type { BookingPolicy } from '#lib/domain/booking-policy.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { Service } from '#lib/domain/service.ts'
import { keepFresh } from './keep-fresh.ts'
import { type PolicyPath, resolvePolicy } from './resolve-policy.ts'
import { policyBase, readOfficeRegions, readPolicyRules } from './rules.sql.ts'
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
    const [rules, regions] = await keepFresh('policy rules', now, () =>
      Promise.all([readPolicyRules(queryable), readOfficeRegions(queryable)]),
    )
    return resolvePolicy(
      rules,
      pathOf(officeId, regions.get(officeId ?? '')),
      on,
      policyBase().policy,
      service,
    )
  })
}

function pathOf(officeId: string | undefined, regionCode: string | undefined): PolicyPath {
  const nation = { scope: 'national', scopeId: 'CN' } as const
  if (officeId === undefined || regionCode === undefined) return [nation]
  const codes = new Set([`${regionCode.slice(0, 2)}0000`, `${regionCode.slice(0, 4)}00`, regionCode])
  const regions = Array.from(codes, (scopeId) => ({ scope: 'region', scopeId }) as const)
  return [nation, ...regions, { scope: 'office', scopeId: officeId }]
}
