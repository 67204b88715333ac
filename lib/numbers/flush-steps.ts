import type { Pool } from '#lib/db/pool.ts'
import { keptSteps } from './kept-steps.ts'
import { addSteps } from './step.sql.ts'

/** Writes what was counted since the last time. What cannot be written is dropped: a count is not worth a second try. */
export async function flushSteps(pool: Pool): Promise<void> {
  const kept = keptSteps()
  const tallies = [...kept.values()]
  kept.clear()
  if (tallies.length > 0) await addSteps(pool, tallies)
}
