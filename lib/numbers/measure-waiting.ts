import type { Pool } from '#lib/db/pool.ts'
import { readWaiting, type WaitingGauges } from './gauge.sql.ts'

/** What waits to be done in the database, in numbers alone. */
export function measureWaiting(pool: Pool, now: Date): Promise<WaitingGauges> {
  return readWaiting(pool, now)
}
