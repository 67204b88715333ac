import type { Pool } from '#lib/db/pool.ts'
import { horizonOf } from '#lib/domain/retention.ts'
import { deleteSteps } from './step.sql.ts'

/** Long enough to compare a month with the same one a year ago. */
const KEPT_DAYS = 400

/** Deletes the counts of days that nobody compares with any more. Returns how many. */
export function forgetOldSteps(pool: Pool, now: Date): Promise<number> {
  return deleteSteps(pool, horizonOf(now, KEPT_DAYS).day)
}
