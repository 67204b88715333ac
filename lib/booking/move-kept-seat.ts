import type { PoolClient } from '#lib/db/pool.ts'
import { insertKeptSeat, lockKeptSeat, readKeptSeat, removeKeptSeat } from './kept-seat.sql.ts'
import { takeSeatFrom } from './move.sql.ts'
import { isSlotOpen } from './no-show.sql.ts'
import { freeSeat, lockSlots } from './store.ts'

/**
 * Puts the seat that is kept for a case into another slot: the one chosen is taken first, and only then the other one is
 * given back, in the transaction of the caller; so a full slot costs the couple nothing. In the slot where it is kept
 * already nothing changes, however full that is. Tells which slot is free now, if one is. SAFETY: the caller has locked the
 * case, so that two wishes of one couple come one after the other.
 */
export async function moveKeptSeat(
  client: PoolClient,
  wish: {
    readonly caseId: string
    readonly officeId: string
    readonly slotId: number
    readonly now: Date
  },
): Promise<{ readonly became: 'kept'; readonly freed?: number } | { readonly became: 'full' | 'closed' }> {
  const { caseId, slotId } = wish
  const seen = await readKeptSeat(client, caseId)
  await lockSlots(client, [slotId, seen?.slotId ?? slotId])
  const before = await lockKeptSeat(client, caseId)
  if (before === slotId) return { became: (await isSlotOpen(client, slotId)) ? 'kept' : 'closed' }
  const seat = await takeSeatFrom(client, slotId, 'staff')
  if (seat !== 'taken') return { became: seat }
  await removeKeptSeat(client, caseId)
  await insertKeptSeat(client, wish)
  if (before === undefined) return { became: 'kept' }
  await freeSeat(client, before, 'staff')
  return { became: 'kept', freed: before }
}
