import type { Pool } from '#lib/db/pool.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { eraseWalkIns } from './number.sql.ts'

/** Forgets who walked in: their names served the queue of their day and nothing else. Tells how many. */
export function forgetWalkIns(pool: Pool, now: Date): Promise<number> {
  return eraseWalkIns(pool, shanghaiToday(now))
}
