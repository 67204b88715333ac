import type { BookingPolicy } from '#lib/domain/booking-policy.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import { POLICY_KEYS, POLICY_NAMES } from '#lib/domain/policy-key.ts'
import type { Scope } from '#lib/domain/scope-path.ts'
import type { Service } from '#lib/domain/service.ts'
import { isOfBooking } from './is-of-booking.ts'
import { resolveRules } from './resolve-rules.ts'
import type { PolicyRule } from './rules.sql.ts'

/** The rules that may differ from service to service, as `stillComingDays.MARRIAGE` beside `stillComingDays`. */
const BY_SERVICE = POLICY_NAMES.filter((name) => POLICY_KEYS[name].byService)

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
  const general = rules.filter((rule) => !rule.key.includes('.') && isOfBooking(rule))
  const special = rules.flatMap((rule) => {
    const key = ofService.get(rule.key)
    return key === undefined ? [] : [{ ...rule, key }]
  })
  return resolveRules([general, special], path, on, base) as unknown as BookingPolicy
}
