import type { Pool } from '#lib/db/pool.ts'
import { refuseStaff, type StaffActor } from '#lib/domain/actor.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import type { Ticket } from '#lib/domain/ticket.ts'
import { isUuid } from '#lib/domain/uuid.ts'
import { findTicket } from './store.ts'

/** A number that was given, to be read out or printed. */
export async function showTicket(
  pool: Pool,
  wish: { readonly actor: StaffActor; readonly ticketId: string },
): Promise<Result<Ticket>> {
  const found = isUuid(wish.ticketId) ? await findTicket(pool, wish.ticketId) : undefined
  if (!found) return refuse('not-found')
  return refuseStaff(wish.actor, 'give-ticket', found.place) ?? accept(found.ticket)
}
