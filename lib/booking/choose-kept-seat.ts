import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { findOpenCase } from '#lib/divorce/find-open-case.ts'
import { type Actor, identityOf } from '#lib/domain/actor.ts'
import { decideSlot } from '#lib/domain/decide-booking.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { loadPolicy } from '#lib/office/load-policy.ts'
import { findSlotFacts } from './find-slot-facts.ts'
import { lockCase } from './kept-seat.sql.ts'
import { loadVisitGrounds } from './load-visit-grounds.ts'
import { moveKeptSeat } from './move-kept-seat.ts'
import { reopenSlots } from './reopen-slots.ts'
import { settleOverdue } from './settle-overdue.ts'
import { hasVisit } from './visit.sql.ts'

/**
 * One of the two chooses the time at which their seat is kept, before they book it: nobody has to hurry through the
 * questions, as there is no hold that runs out. Refuses like a booking of that slot; then the seat stays where it was.
 */
export async function chooseKeptSeat(
  pool: Pool,
  wish: { readonly actor: Actor; readonly slotId: number; readonly now: Date },
): Promise<Result<{ readonly caseId: string }>> {
  const { actor, slotId, now } = wish
  const identity = identityOf(actor)
  const found = identity && (await findOpenCase(pool, identity))
  const slot = await findSlotFacts(pool, slotId, now)
  const policy = await loadPolicy(pool, slot?.officeId, now)
  const grounds = found && (await loadVisitGrounds(pool, found, now))
  const unavailable = decideSlot('DIVORCE_CERTIFICATE', slot, policy, now, grounds)
  if (unavailable || !found) return unavailable ?? refuse('not-found')
  const { id: caseId, officeId } = found
  await settleOverdue(pool, now, { slotId })
  return poolTransaction(pool, async (client) => {
    if (!(await lockCase(client, found)))
      return refuse('not-allowed', [{ path: 'case', reason: 'changed-meanwhile' }])
    if (await hasVisit(client, caseId)) return refuse('already-booked')
    const moved = await moveKeptSeat(client, { caseId, officeId, slotId, now })
    if (moved.became !== 'kept') return refuse(moved.became === 'full' ? 'slot-full' : 'slot-closed')
    if (moved.freed !== undefined) reopenSlots([moved.freed])
    return accept({ caseId })
  })
}
