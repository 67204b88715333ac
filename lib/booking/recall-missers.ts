import type { Pool } from '#lib/db/pool.ts'
import { addDays } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { loadNoShowRules } from '#lib/office/load-no-show-rules.ts'
import { keptMissers, readFrequentMissers } from './no-show.sql.ts'

const KEPT_FOR_MS = 10_000
const NOBODY: ReadonlySet<string> = new Set()

/**
 * Whoever may be blocked somewhere for missed appointments, by person index in base64, as it was at most ten seconds ago.
 * PERF: a rush books thousands a second and hardly anybody of them is in here: one query in ten seconds and process
 * instead of one a booking. Only who is found here is looked up exactly.
 */
export function recallMissers(pool: Pool, now: Date): Promise<ReadonlySet<string>> {
  const memory = keptMissers()
  const age = memory.kept ? memory.kept.until - now.getTime() : 0
  if (memory.kept && age > 0 && age <= KEPT_FOR_MS) return memory.kept.indexes
  const kept = { until: now.getTime() + KEPT_FOR_MS, indexes: read(pool, now) }
  memory.kept = kept
  kept.indexes.catch(() => {
    if (memory.kept === kept) memory.kept = undefined
  })
  return kept.indexes
}

async function read(pool: Pool, now: Date): Promise<ReadonlySet<string>> {
  const { fewest, reachDays } = await loadNoShowRules(pool, now)
  if (reachDays === 0) return NOBODY
  return readFrequentMissers(pool, fewest, addDays(shanghaiToday(now), -reachDays - 1))
}
