import type { Pool } from '#lib/db/pool.ts'
import { horizonOf } from '#lib/domain/retention.ts'
import { env } from '#lib/env.ts'
import { deleteOldVisits } from './home.sql.ts'

/**
 * Forgets visits at home `RETENTION_DAYS` after they ended or were meant to be: who lived where and could not come is
 * nobody's any more (个人信息保护法 art. 19, 47). The record of the acts stays, without names. Returns how many were deleted.
 */
export function forgetOldVisits(
  pool: Pool,
  now: Date,
  { retentionDays = env.retentionDays }: { readonly retentionDays?: number } = {},
): Promise<number> {
  return deleteOldVisits(pool, horizonOf(now, retentionDays))
}
