import { shanghaiToday } from '#lib/domain/clock.ts'
import { policyBase, readPolicyRules } from './rules.sql.ts'
import type { Queryable } from './store.ts'

/** The longest booking horizon of any office, in days: so far ahead slots must exist. */
export async function loadLongestHorizon(queryable: Queryable, now: Date): Promise<number> {
  const today = shanghaiToday(now)
  const rules = await readPolicyRules(queryable)
  const horizons = rules
    .filter((rule) => rule.key === 'horizonDays' && (rule.validTo === null || today <= rule.validTo))
    .map((rule) => Number(rule.value))
  return Math.max(policyBase().policy.horizonDays, ...horizons)
}
