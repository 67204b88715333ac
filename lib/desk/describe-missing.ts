import type { Pool } from '#lib/db/pool.ts'
import { refuseStaff, type StaffActor } from '#lib/domain/actor.ts'
import type { AppointmentCode } from '#lib/domain/appointment-code.ts'
import { type MissingNotice, missingNotice } from '#lib/domain/materials-tick.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import type { Ticket } from '#lib/domain/ticket.ts'
import { isUuid } from '#lib/domain/uuid.ts'
import { compilePapers } from './compile-papers.ts'
import { findExpectedById } from './expected.sql.ts'
import { findTicket } from './store.ts'

/** What the couple takes home: everything missing at once, told by which rules and until when. */
export interface MissingPaper {
  readonly ticket: Ticket
  readonly code: AppointmentCode | undefined
  readonly notice: MissingNotice
}

/** The one-time notice (一次性告知) of what was ticked as missing; `nothing-missing` where nothing is. */
export async function describeMissing(
  pool: Pool,
  wish: { readonly actor: StaffActor; readonly ticketId: string; readonly now: Date },
): Promise<Result<MissingPaper>> {
  const found = isUuid(wish.ticketId) ? await findTicket(pool, wish.ticketId) : undefined
  if (!found) return refuse('not-found')
  const { ticket, place } = found
  const refusal = refuseStaff(wish.actor, 'review-papers', place)
  if (refusal) return refusal
  const one = ticket.appointmentId ? await findExpectedById(pool, ticket.appointmentId) : undefined
  const checklist = ticket.materials && (await compilePapers(ticket, one, wish.now))
  const by = one?.certWindowEnd ?? undefined
  const notice = checklist && ticket.materials && missingNotice(checklist, ticket.materials, by)
  if (!notice) return refuse('not-allowed', [{ path: 'materials', reason: 'nothing-missing' }])
  return accept({ ticket, code: one?.code, notice })
}
