import type { BookingPolicy } from '#lib/domain/booking-policy.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { Scope } from '#lib/domain/scope-path.ts'
import { loadRules } from './load-rules.ts'
import { resolvePolicy } from './resolve-policy.ts'
import { policyBase } from './rules.sql.ts'
import type { Queryable } from './store.ts'

const KEYS = ['horizonDays', 'releaseTime', 'minLeadDays', 'cutoffPreviousDay'] as const

/** One of the rules by which days come on offer, as it is in force. */
export interface OfferRule {
  readonly key: (typeof KEYS)[number]
  /** Undefined where there is none, as where nothing is closed the day before. */
  readonly value: BookingPolicy[(typeof KEYS)[number]]
  /** The narrowest place that laid it down; undefined where nobody did and the product's own holds. */
  readonly origin: Scope | undefined
}

/** How far ahead an office is booked today, from when and until when, each with the place that laid it down. */
export async function tellOfferRules(
  queryable: Queryable,
  officeId: string,
  now: Date,
): Promise<readonly OfferRule[]> {
  const { rules, path } = await loadRules(queryable, officeId, now)
  const on = shanghaiToday(now)
  const policy = resolvePolicy(rules, path, on, policyBase().policy)
  return KEYS.map((key) => ({
    key,
    value: policy[key],
    origin: path.findLast(({ scope, scopeId }) =>
      rules.some(
        (rule) =>
          rule.key === key &&
          rule.scope === scope &&
          rule.scopeId === scopeId &&
          rule.validFrom <= on &&
          (rule.validTo === null || on <= rule.validTo),
      ),
    ),
  }))
}
