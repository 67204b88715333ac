import type { Pool } from '#lib/db/pool.ts'
import { refuseStaff, type StaffActor } from '#lib/domain/actor.ts'
import { decideRating } from '#lib/domain/rating.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import type { Ticket } from '#lib/domain/ticket.ts'
import { isUuid } from '#lib/domain/uuid.ts'
import { loadRatingTerms } from '#lib/office/load-rating-terms.ts'
import { findRating } from './rating.sql.ts'
import { signRating } from './sign-rating.ts'
import { findTicket } from './store.ts'

/** The link with which the people of a finished visit rate it on their own phone. What they say is not told here. */
export async function offerRating(
  pool: Pool,
  wish: { readonly actor: StaffActor; readonly ticketId: string; readonly now: Date },
): Promise<Result<{ readonly token: string; readonly ticket: Ticket }>> {
  const { actor, ticketId, now } = wish
  const found = isUuid(ticketId) ? await findTicket(pool, ticketId) : undefined
  if (!found) return refuse('not-found')
  const { ticket, place } = found
  const refusal = refuseStaff(actor, 'record-outcome', place)
  if (refusal) return refusal
  const isRated = (await findRating(pool, ticketId)) !== undefined
  const { ratingOpenDays: openDays } = await loadRatingTerms(pool, place.id, { on: ticket.date, now })
  const decided = decideRating(ticket, { isRated, openDays, now })
  return decided.ok ? accept({ token: signRating(ticketId), ticket }) : decided
}
