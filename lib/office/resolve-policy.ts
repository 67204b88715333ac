import type { BookingPolicy } from '#lib/domain/booking-policy.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { Scope } from '#lib/domain/scope-path.ts'
import type { Service } from '#lib/domain/service.ts'
import type { PolicyRule } from './rules.sql.ts'

/** The rules that may differ from service to service, as `stillComingDays.MARRIAGE` beside `stillComingDays`. */
const BY_SERVICE = ['stillComingDays'] as const satisfies readonly (keyof BookingPolicy)[]

/**
 * The rules in force on a day along a path of scopes, key by key: the narrowest scope wins; within one scope the rule
 * for the very service, then the youngest. A rule of null takes the key away. Rules for other services do not count.
 */
export function resolvePolicy(
  rules: readonly PolicyRule[],
  path: readonly Scope[],
  on: CalendarDate,
  base: BookingPolicy,
  service?: Service,
): BookingPolicy {
  const ofService = new Map<string, string>(
    service === undefined ? [] : BY_SERVICE.map((key) => [`${key}.${service}`, key]),
  )
  const inForce = rules
    .filter((rule) => rule.validFrom <= on && (rule.validTo === null || on <= rule.validTo))
    .sort((one, other) => one.validFrom.localeCompare(other.validFrom))
  const general = inForce.filter((rule) => !rule.key.includes('.'))
  const special = inForce.flatMap((rule) => {
    const key = ofService.get(rule.key)
    return key === undefined ? [] : [{ ...rule, key }]
  })
  const resolved = new Map<string, unknown>(Object.entries(base))
  for (const { scope, scopeId } of path) {
    for (const rule of [...general, ...special]) {
      if (rule.scope !== scope || rule.scopeId !== scopeId) continue
      if (rule.value === null) resolved.delete(rule.key)
      else resolved.set(rule.key, rule.value)
    }
  }
  return Object.fromEntries(resolved) as unknown as BookingPolicy
}
