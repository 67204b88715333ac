import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { refuseStaff, type StaffActor } from '#lib/domain/actor.ts'
import type { AppointmentCode } from '#lib/domain/appointment-code.ts'
import { needsReason, type Rejection } from '#lib/domain/outcome.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { groundsOf, type RefusalGround } from '#lib/domain/refusal-ground.ts'
import type { Ticket } from '#lib/domain/ticket.ts'
import { isUuid } from '#lib/domain/uuid.ts'
import { findExpectedById } from './expected.sql.ts'
import { readOutcomeDetail } from './history.sql.ts'
import { findTicket } from './store.ts'

/** A no in writing: what was refused, why, by which article. */
export interface RefusalPaper {
  readonly ticket: Ticket
  readonly code: AppointmentCode | undefined
  readonly outcome: 'not-accepted' | 'refused'
  readonly rejection: Rejection
  readonly grounds: readonly RefusalGround[]
}

/**
 * The notice (告知书) that people get in writing when they ask for it, of a no that is on the record. That it was made is
 * put on the record too.
 */
export async function describeRefusal(
  pool: Pool,
  wish: { readonly actor: StaffActor; readonly ticketId: string; readonly now: Date },
): Promise<Result<RefusalPaper>> {
  const { actor, ticketId, now } = wish
  const found = isUuid(ticketId) ? await findTicket(pool, ticketId) : undefined
  if (!found) return refuse('not-found')
  const { ticket, place } = found
  const refusal = refuseStaff(actor, 'record-outcome', place)
  if (refusal) return refusal
  const { outcome, service, appointmentId, officeId } = ticket
  const { rejection } = await readOutcomeDetail(pool, ticket.id)
  if (!outcome || !needsReason(outcome) || !rejection)
    return refuse('not-allowed', [{ path: 'outcome', reason: 'nothing-refused' }])
  const one = appointmentId ? await findExpectedById(pool, appointmentId) : undefined
  await writeEntry(pool, {
    at: now,
    actorKind: 'staff',
    actorId: actor.id,
    act: 'refusal-written',
    subjectKind: appointmentId ? 'appointment' : 'ticket',
    subjectId: appointmentId ?? ticket.id,
    officeId,
    detail: { outcome, rejection },
  })
  const grounds = groundsOf(service, rejection)
  return accept({ ticket, code: one?.code, outcome, rejection, grounds })
}
