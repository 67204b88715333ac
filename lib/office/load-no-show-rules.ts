import { shanghaiToday } from '#lib/domain/clock.ts'
import { type NoShowRules, noShowReach } from '#lib/domain/no-show.ts'
import { keepFresh } from './keep-fresh.ts'
import { policyBase, readPolicyRules } from './rules.sql.ts'
import type { Queryable } from './store.ts'

const KEYS = ['noShowLimit', 'noShowWindowDays', 'noShowBlockDays'] as const

/**
 * The strictest any place may be about missed appointments today: the fewest that block, and how many days back one can
 * matter (0 where none does). Who is below that is blocked nowhere. Kept for a minute.
 */
export function loadNoShowRules(
  queryable: Queryable,
  now: Date,
): Promise<{ readonly fewest: number; readonly reachDays: number }> {
  const today = shanghaiToday(now)
  return keepFresh(`no-show rules ${today}`, now, async () => {
    const rules = await readPolicyRules(queryable)
    const inForce = rules.filter(
      (rule) => rule.validFrom <= today && (rule.validTo === null || today <= rule.validTo),
    )
    const [limits, windows, blocks] = KEYS.map((key) => [
      policyBase().policy[key],
      ...inForce.filter((rule) => rule.key === key).map((rule) => Number(rule.value)),
    ]) as [number[], number[], number[]]
    const strictest: NoShowRules = {
      noShowLimit: Math.min(...limits.filter((limit) => limit > 0), Number.MAX_SAFE_INTEGER),
      noShowWindowDays: Math.max(...windows),
      noShowBlockDays: Math.max(...blocks),
    }
    return { fewest: strictest.noShowLimit, reachDays: noShowReach(strictest) }
  })
}
