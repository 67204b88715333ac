import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import type { Actor } from '#lib/domain/actor.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { handOnSeat } from './hand-on-seat.ts'
import { lockSlot, takeOfferBack } from './line.sql.ts'
import { findEntry } from './store.ts'

/**
 * No thanks: the seat goes to the next couple at once, and who declined keeps the place in line. Refuses `hold-expired`
 * when there is no offer any more.
 */
export async function declineOffer(
  pool: Pool,
  wish: { readonly actor: Actor; readonly entryId: string; readonly now: Date },
): Promise<Result<{ entryId: string }>> {
  const { actor, entryId, now } = wish
  const entry = await findEntry(pool, entryId)
  if (!entry || entry.personId !== actor.id) return refuse('not-found')
  const { offer } = entry
  if (!offer) return refuse('hold-expired')
  return poolTransaction(pool, async (client) => {
    await lockSlot(client, offer.slotId)
    if (!(await takeOfferBack(client, entryId))) return refuse('hold-expired')
    await handOnSeat(client, { ...offer, except: entryId, now })
    await writeEntry(client, {
      at: now,
      actorKind: 'person',
      actorId: actor.id,
      act: 'offer-declined',
      subjectKind: 'waiting-entry',
      subjectId: entryId,
      officeId: offer.officeId,
    })
    return accept({ entryId })
  })
}
