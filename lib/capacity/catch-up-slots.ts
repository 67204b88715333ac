import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { findBehind } from './notice.sql.ts'
import { lockDays, lockOffice } from './plan.sql.ts'
import { renewSlots } from './renew-slots.ts'

/**
 * Brings the slots of an office to a notice before anybody is offered one of them: where the work after the notice was
 * interrupted, its days of rest would still look open.
 */
export async function catchUpSlots(pool: Pool, changeId: string, now: Date): Promise<void> {
  const behind = await findBehind(pool, changeId)
  if (!behind) return
  await poolTransaction(pool, async (client) => {
    await lockOffice(client, behind.officeId)
    await lockDays(client, behind.officeId, behind.days)
    await renewSlots(client, { ...behind, now })
  })
}
