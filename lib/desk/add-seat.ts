import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { refuseStaff, type StaffActor } from '#lib/domain/actor.ts'
import { SEAT_REASONS } from '#lib/domain/added-seat.ts'
import { shanghaiClock } from '#lib/domain/clock.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { growSlot, lockSlot } from './free.sql.ts'

/**
 * One seat more at a time that is full, for the counter and never for the public: a named right, with a reason on the
 * record. Nobody adds one while a seat is free, so two who press at once add one. What is not used by the next night
 * is gone again: the plan of the day is restored, taken seats stay.
 */
export async function addSeat(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly slotId: number
    readonly reason: string
    readonly now: Date
  },
): Promise<Result<{ readonly capacity: number }>> {
  const { actor, slotId, now } = wish
  return poolTransaction(pool, async (client) => {
    const slot = await lockSlot(client, slotId)
    if (!slot) return refuse('not-found', [{ path: 'slotId', reason: 'unknown-slot' }])
    const refusal = refuseStaff(actor, 'add-seat', { id: slot.officeId, regionCode: slot.regionCode })
    if (refusal) return refusal
    const reason = SEAT_REASONS.find((one) => one === wish.reason)
    if (!reason) return refuse('invalid-input', [{ path: 'reason', reason: 'required' }])
    const today = shanghaiClock(now)
    const isOver = slot.date < today.date || (slot.date === today.date && slot.startTime <= today.time)
    if (!slot.open || isOver) return refuse('slot-closed')
    if (slot.taken < slot.capacity)
      return refuse('not-allowed', [{ path: 'slotId', reason: 'seat-still-free' }])
    await growSlot(client, slot.id)
    const capacity = slot.capacity + 1
    await writeEntry(client, {
      at: now,
      actorKind: 'staff',
      actorId: actor.id,
      act: 'seat-added',
      subjectKind: 'slot',
      subjectId: String(slot.id),
      officeId: slot.officeId,
      detail: { reason, capacity, date: slot.date, time: slot.startTime },
    })
    return accept({ capacity })
  })
}
