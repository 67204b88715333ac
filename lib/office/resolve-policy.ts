import type { BookingPolicy } from '#lib/domain/booking-policy.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { PolicyRule } from './rules.sql.ts'

/** From the widest scope to the narrowest. */
export type PolicyPath = readonly { readonly scope: PolicyRule['scope']; readonly scopeId: string }[]

/**
 * The rules in force on a day along a path of scopes, key by key: the narrowest scope wins, within one scope the
 * youngest rule. A rule of null takes the key away.
 */
export function resolvePolicy(
  rules: readonly PolicyRule[],
  path: PolicyPath,
  on: CalendarDate,
  base: BookingPolicy,
): BookingPolicy {
  const inForce = rules
    .filter((rule) => rule.validFrom <= on && (rule.validTo === null || on <= rule.validTo))
    .sort((one, other) => one.validFrom.localeCompare(other.validFrom))
  const resolved = new Map<string, unknown>(Object.entries(base))
  for (const { scope, scopeId } of path) {
    for (const rule of inForce) {
      if (rule.scope !== scope || rule.scopeId !== scopeId) continue
      if (rule.value === null) resolved.delete(rule.key)
      else resolved.set(rule.key, rule.value)
    }
  }
  return Object.fromEntries(resolved) as unknown as BookingPolicy
}
