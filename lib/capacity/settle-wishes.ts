import { writeEntry } from '#lib/audit/write-entry.ts'
import { giveSeatBack } from '#lib/booking/give-seat-back.ts'
import type { PoolClient } from '#lib/db/pool.ts'
import { isActive } from '#lib/domain/appointment-status.ts'
import { queueMessages } from '#lib/notification/queue-messages.ts'
import { type ChangedCouple, lockSeats, markCouples, settleOn } from './couples.sql.ts'

/**
 * Deals with those who have chosen for themselves already: whose appointment is over or at another time by now, and who
 * wish for another time at this moment. Of the two times of such a wish one is gone, so the other one holds, without
 * a further word: it was chosen by one of them and is the only one left. Tells who remains.
 */
export async function settleWishes(
  client: PoolClient,
  wish: { readonly changeId: string; readonly couples: readonly ChangedCouple[]; readonly now: Date },
): Promise<ChangedCouple[]> {
  const { changeId, couples, now } = wish
  const open: ChangedCouple[] = []
  for (const couple of couples) {
    const { appointmentId, status, slotId, previousSlotId, fromSlotId } = couple
    if (!isActive(status)) await mark(appointmentId, 'cancelled')
    else if (slotId !== fromSlotId && previousSlotId !== fromSlotId) await mark(appointmentId, 'chose-other')
    else if (previousSlotId === undefined) open.push(couple)
    else await settle(couple, previousSlotId)
  }
  return open

  async function settle(couple: ChangedCouple, previousSlotId: number): Promise<void> {
    const { appointmentId: id, slotId, fromSlotId, pool, parties } = couple
    const goesBack = fromSlotId === slotId
    const [holds, gone] = goesBack ? [previousSlotId, slotId] : [slotId, previousSlotId]
    await lockSeats(client, [holds, gone])
    if (!(await settleOn(client, couple, holds))) return
    await giveSeatBack(client, { slotId: gone, pool, now })
    await mark(id, goesBack ? 'kept' : 'chose-other')
    await writeEntry(client, {
      at: now,
      actorKind: 'system',
      act: goesBack ? 'move-lapsed' : 'appointment-moved',
      subjectKind: 'appointment',
      subjectId: id,
      detail: { changeId },
    })
    const event = goesBack ? 'move-lapsed' : 'change-moved'
    await queueMessages(
      client,
      parties.map(({ role, locale }) => ({ appointmentId: id, role, locale, event, dueAt: now })),
    )
  }

  function mark(appointmentId: string, state: 'cancelled' | 'chose-other' | 'kept'): Promise<void> {
    return markCouples(client, changeId, [{ appointmentId, state }], now)
  }
}
