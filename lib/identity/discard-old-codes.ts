import type { Pool } from '#lib/db/pool.ts'
import { deleteCodes } from './one-time-code.sql.ts'

const KEPT_FOR_MS = 24 * 3_600_000

/** Forgets codes that have been over for a day; tells how many. */
export async function discardOldCodes(pool: Pool, now: Date): Promise<number> {
  return deleteCodes(pool, new Date(now.getTime() - KEPT_FOR_MS))
}
