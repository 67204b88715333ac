import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { findClosedWithVisit } from './case-visit.sql.ts'
import { endVisit } from './end-visit.ts'

/** Cancels the visits that cases still have which the clock has closed, and gives their seats back. Tells how many there were. */
export async function endVisitsOfClosedCases(pool: Pool, now: Date): Promise<number> {
  const ids = await findClosedWithVisit(pool, shanghaiToday(now))
  for (const caseId of ids)
    await poolTransaction(pool, (client) => endVisit(client, { caseId, isIssued: false, now }))
  return ids.length
}
