import { attendAppointment } from '#lib/booking/attend-appointment.ts'
import type { Pool } from '#lib/db/pool.ts'
import { refuseStaff } from '#lib/domain/actor.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { decideOutcome, type Outcome } from '#lib/domain/outcome.ts'
import { refuse } from '#lib/domain/refusal.ts'
import { type Ticket, ticketAfter } from '#lib/domain/ticket.ts'
import { isUuid } from '#lib/domain/uuid.ts'
import { askForRating } from './ask-for-rating.ts'
import { type DeskResult, refuseStale } from './refuse-stale.ts'
import { type CasePaper, settleOutcome } from './settle-outcome.ts'
import { findTicket } from './store.ts'
import { type StepWish, takeStep } from './take-step.ts'

/**
 * Ends a visit with its outcome: an appointment becomes attended, an outcome of a divorce is settled with its case first.
 * Kept are the outcome, a code for a no, and the numbers of documents; the register itself is the national system's. Sent
 * again after an interruption it comes to the same.
 */
export async function finishTicket(
  pool: Pool,
  wish: StepWish & {
    readonly outcome: Outcome
    /** A code of `REJECTIONS`, where the answer is no. */
    readonly rejection?: string | undefined
    /** Numbers of the documents that were handed out. */
    readonly documents?: readonly string[] | undefined
    /** What an outcome of a divorce needs. */
    readonly paper?: CasePaper | undefined
  },
): Promise<DeskResult<Ticket>> {
  const { actor, outcome, now } = wish
  const found = isUuid(wish.ticketId) ? await findTicket(pool, wish.ticketId) : undefined
  if (!found) return refuse('not-found')
  const { ticket, place } = found
  const refusal = refuseStaff(actor, 'record-outcome', place)
  if (refusal) return refusal
  if (ticket.version !== wish.version) return refuseStale(ticket)
  const decided = decideOutcome(ticket, wish)
  if (!decided.ok) return { ...decided, current: ticket }
  // A case must not be opened for a step that could not follow.
  if (ticketAfter(ticket.state, 'finish') && ticket.date === shanghaiToday(now)) {
    const settled = await settleOutcome(pool, { actor, ticket, place, outcome, paper: wish.paper, now })
    if (!settled.ok) return { ...settled, current: ticket }
  }
  return takeStep(pool, wish, {
    right: 'record-outcome',
    event: 'finish',
    detail: { outcome },
    change: async (client, { id, appointmentId, startedAt, calledAt }) => {
      if (appointmentId) await attendAppointment(client, { id: appointmentId, by: actor.id, now })
      await askForRating(client, { id, appointmentId }, now)
      return { outcome, outcomeDetail: decided.value, endedAt: now, startedAt: startedAt ?? calledAt ?? now }
    },
  })
}
