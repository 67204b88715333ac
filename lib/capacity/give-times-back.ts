import { giveSeatBack } from '#lib/booking/give-seat-back.ts'
import { reopenSlots } from '#lib/booking/reopen-slots.ts'
import type { Pool, PoolClient } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { finishChange } from './change.sql.ts'
import { lockSeats, markCouples } from './couples.sql.ts'
import { tellCouples } from './tell-couples.ts'
import { readGivenBack } from './undone.sql.ts'

/** So many couples share a transaction: short enough that nobody who books waits for it. */
const COUPLES_AT_ONCE = 50

/**
 * Whoever was to get another time because of a closure or a special day that has been taken back since keeps their own: the seat that was
 * kept elsewhere is free again, and both are told. Who has moved or cancelled by now is left as they are. Run twice at once,
 * it tells nobody twice. Tells how many kept their time.
 */
export async function giveTimesBack(pool: Pool, now: Date): Promise<number> {
  const changes = new Set<string>()
  let given = 0
  for (;;) {
    const done = await poolTransaction(pool, round)
    if (done === 0) break
    given += done
  }
  for (const id of changes) await finishChange(pool, id, now)
  return given

  async function round(client: PoolClient): Promise<number> {
    const seen = await readGivenBack(client, now, { most: COUPLES_AT_ONCE })
    const slots = seen.flatMap(({ fromSlotId, keptSlotId }) => [fromSlotId, keptSlotId ?? fromSlotId])
    await lockSeats(client, slots)
    const only = seen.map(({ appointmentId }) => appointmentId)
    const couples = await readGivenBack(client, now, { most: COUPLES_AT_ONCE, only })
    for (const couple of couples) {
      const { appointmentId, changeId, officeId, keptSlotId, pool: share } = couple
      if (keptSlotId !== undefined) {
        await giveSeatBack(client, { slotId: keptSlotId, pool: share, now })
        reopenSlots([keptSlotId])
      }
      await markCouples(client, changeId, [{ appointmentId, state: 'kept' }], now)
      await tellCouples(client, { couples: [couple], event: 'change-undone', changeId, officeId, now })
      changes.add(changeId)
    }
    return couples.length
  }
}
