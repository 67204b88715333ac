import { giveSeatBack } from '#lib/booking/give-seat-back.ts'
import { reopenSlots } from '#lib/booking/reopen-slots.ts'
import type { PoolClient } from '#lib/db/pool.ts'
import { type ChangedCouple, markCouples, putInto } from './couples.sql.ts'
import { tellCouples } from './tell-couples.ts'

/**
 * Puts an appointment into the seat that is kept for it and lets go of the old one; both are told. False when the appointment
 * has moved on since it was read. The caller has locked both slots.
 */
export async function moveToKept(
  client: PoolClient,
  wish: {
    readonly couple: ChangedCouple
    readonly changeId: string
    /** Who of the two chose it; nobody at the deadline. */
    readonly by?: { readonly role: number; readonly actorId: string }
    readonly now: Date
  },
): Promise<boolean> {
  const { couple, changeId, by, now } = wish
  const { appointmentId, officeId, fromSlotId, keptSlotId, pool } = couple
  if (keptSlotId === undefined || !(await putInto(client, couple, keptSlotId))) return false
  await giveSeatBack(client, { slotId: fromSlotId, pool, now })
  reopenSlots([fromSlotId])
  await markCouples(client, changeId, [{ appointmentId, state: 'moved', slotId: keptSlotId }], now)
  await tellCouples(client, { couples: [couple], event: 'change-moved', changeId, officeId, by, now })
  return true
}
