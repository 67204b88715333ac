import type { Pool } from '#lib/db/pool.ts'
import { refuseStaff, type StaffActor } from '#lib/domain/actor.ts'
import type { LocalizedText } from '#lib/domain/localized-text.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { isUuid } from '#lib/domain/uuid.ts'
import { findUseOfTicket } from './room.sql.ts'
import { findTicket } from './store.ts'

/** In which room the people of a ticket are now; nothing when in none. */
export async function findReferral(
  pool: Pool,
  wish: { readonly actor: StaffActor; readonly ticketId: string; readonly now: Date },
): Promise<Result<LocalizedText | undefined>> {
  const { actor, ticketId, now } = wish
  const found = isUuid(ticketId) ? await findTicket(pool, ticketId) : undefined
  if (!found) return refuse('not-found')
  const refusal = refuseStaff(actor, 'call-ticket', found.place)
  if (refusal) return refusal
  return accept((await findUseOfTicket(pool, ticketId, now))?.name)
}
