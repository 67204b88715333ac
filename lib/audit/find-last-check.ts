import type { Pool } from '#lib/db/pool.ts'
import { type ChainCheck, readLastCheck } from './check.sql.ts'

/** What the last verification of the whole record found; undefined before the first. */
export function findLastCheck(pool: Pool): Promise<ChainCheck | undefined> {
  return readLastCheck(pool)
}
