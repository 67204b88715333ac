import { giveSeatBack } from '#lib/booking/give-seat-back.ts'
import { reopenSlots } from '#lib/booking/reopen-slots.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { isActive } from '#lib/domain/appointment-status.ts'
import { finishChange } from './change.sql.ts'
import { lockSeats, markCouples, readOffered, readOffersToSettle } from './couples.sql.ts'
import { moveToKept } from './move-to-kept.ts'
import { tidyDay } from './tidy-day.ts'

/**
 * Ends the offers that are over: without an answer the kept time stands and both are told; where the appointment is over or
 * was moved otherwise, the kept seat is free again. Nobody is cancelled for silence. Each in a transaction of its own.
 */
export async function settleOffers(pool: Pool, now: Date, changeId?: string): Promise<number> {
  const due = await readOffersToSettle(pool, now, changeId)
  for (const offer of due) await poolTransaction(pool, (client) => settle(client, offer))
  const days = new Map(due.map(({ officeId, date }) => [`${officeId} ${date}`, { officeId, date }]))
  for (const day of days.values()) await tidyDay(pool, { ...day, now })
  for (const id of new Set(due.map((one) => one.changeId))) await finishChange(pool, id, now)
  return due.length

  async function settle(
    client: Parameters<typeof moveToKept>[0],
    offer: { readonly changeId: string; readonly appointmentId: string },
  ): Promise<void> {
    const seen = await readOffered(client, offer.changeId, offer.appointmentId)
    if (seen?.keptSlotId === undefined) return
    await lockSeats(client, [seen.fromSlotId, seen.keptSlotId, seen.slotId])
    const couple = await readOffered(client, offer.changeId, offer.appointmentId)
    if (couple?.keptSlotId === undefined) return
    const stands = isActive(couple.status) && couple.slotId === couple.fromSlotId
    if (stands && (await moveToKept(client, { couple, changeId: offer.changeId, now }))) return
    const { appointmentId, keptSlotId, pool: share, status } = couple
    await giveSeatBack(client, { slotId: keptSlotId, pool: share, now })
    reopenSlots([keptSlotId])
    const state = isActive(status) ? 'chose-other' : 'cancelled'
    await markCouples(client, offer.changeId, [{ appointmentId, state }], now)
  }
}
