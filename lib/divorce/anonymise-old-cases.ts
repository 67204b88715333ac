import type { Pool } from '#lib/db/pool.ts'
import { horizonOf } from '#lib/domain/retention.ts'
import { env } from '#lib/env.ts'
import { anonymiseCases } from './anonymise.sql.ts'

const BATCH = 500

/**
 * Forgets whose the cases were that ended `RETENTION_DAYS` ago (个人信息保护法 art. 19, 47); the archive of the paper is the
 * office's (婚姻登记档案管理办法). An open case is never touched, however old. In small steps that may be cut short at any
 * point; the next night goes on. Returns how many cases were anonymised.
 */
export async function anonymiseOldCases(
  pool: Pool,
  now: Date,
  { retentionDays = env.retentionDays }: { readonly retentionDays?: number } = {},
): Promise<number> {
  const closedBefore = horizonOf(now, retentionDays).at
  let total = 0
  for (;;) {
    const done = await anonymiseCases(pool, { closedBefore, now, size: BATCH })
    if (done === 0) return total
    total += done
  }
}
