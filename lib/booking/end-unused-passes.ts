import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { endDisplacement, listUnusedPasses } from './displaced.sql.ts'
import { giveSeatBack } from './give-seat-back.ts'
import { lockSlots, releaseParties, swapStatus } from './store.ts'

/**
 * Ends the bookings that stayed good after a closed day and that nobody came with until their last day. That is no missed
 * appointment, since there was no time to miss: nothing is put down against anybody, and the seat of the closed day goes
 * back. Whoever has come, or chosen another time, is left alone. Tells how many there were.
 */
export async function endUnusedPasses(pool: Pool, now: Date): Promise<number> {
  const today = shanghaiToday(now)
  let ended = 0
  for (const pass of await listUnusedPasses(pool, today)) {
    const { id, officeId, caseId } = pass
    const isEnded = await poolTransaction(pool, async (client) => {
      await lockSlots(client, [pass.slotId])
      const cancelled = { status: 'cancelled', now, endReason: 'pass-unused' } as const
      if (!(await swapStatus(client, pass, cancelled))) return false
      await endDisplacement(client, id, 'cancelled', now)
      await giveSeatBack(client, { slotId: pass.slotId, pool: pass.pool, caseId, now })
      await releaseParties(client, id)
      await writeEntry(client, {
        at: now,
        actorKind: 'system',
        act: 'open-pass-ended',
        subjectKind: 'appointment',
        subjectId: id,
        officeId,
        detail: { until: pass.until },
      })
      return true
    })
    if (isEnded) ended += 1
  }
  return ended
}
