import { partyOf } from '#lib/booking/party-of.ts'
import { readSettled } from '#lib/booking/read-settled.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { type Actor, identityOf } from '#lib/domain/actor.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { finishChange } from './change.sql.ts'
import { findOpenOffer, lockSeats, readOffered } from './couples.sql.ts'
import { moveToKept } from './move-to-kept.ts'
import { tidyDay } from './tidy-day.ts'

/**
 * One of the two takes the time that the office kept for them in place of one that it cannot hold: their appointment is at
 * that time now, and both are told. The word of one is enough: the old time is gone for both, and the other can still
 * choose another. Taken twice it is taken once. Refuses `hold-expired` when nothing is kept any more.
 */
export async function takeKeptTime(
  pool: Pool,
  wish: { readonly actor: Actor; readonly code: string; readonly now: Date },
): Promise<Result<{ readonly code: string }>> {
  const { actor, now } = wish
  const appointment = await readSettled(pool, wish.code, now)
  const own = appointment && partyOf(appointment, identityOf(actor))
  if (!appointment || !own) return refuse('not-found')
  const changeId = await findOpenOffer(pool, appointment.id)
  const seen = changeId ? await readOffered(pool, changeId, appointment.id) : undefined
  if (!changeId || seen?.keptSlotId === undefined) return refuse('hold-expired')
  const { fromSlotId, keptSlotId, slotId } = seen
  const isMoved = await poolTransaction(pool, async (client) => {
    await lockSeats(client, [fromSlotId, keptSlotId, slotId])
    const couple = await readOffered(client, changeId, appointment.id)
    const by = { role: own.role, actorId: actor.id }
    return couple !== undefined && moveToKept(client, { couple, changeId, by, now })
  })
  if (!isMoved) return refuse('hold-expired')
  await tidyDay(pool, { officeId: appointment.officeId, date: seen.date, now })
  await finishChange(pool, changeId, now)
  return accept({ code: appointment.code })
}
