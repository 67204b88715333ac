import type { Pool } from '#lib/db/pool.ts'
import { refuse } from '#lib/domain/refusal.ts'
import { mayRecall, type Ticket } from '#lib/domain/ticket.ts'
import type { DeskResult } from './refuse-stale.ts'
import { type StepWish, takeStep } from './take-step.ts'

/** Calls the same people to the same window once more, but not before they have had the time to walk. */
export function recallTicket(pool: Pool, wish: StepWish): Promise<DeskResult<Ticket>> {
  const { now } = wish
  return takeStep(pool, wish, {
    right: 'call-ticket',
    event: 'recall',
    change: (_, ticket) =>
      mayRecall(ticket, now)
        ? { calls: ticket.calls + 1, calledAt: now }
        : { ...refuse('not-allowed', [{ path: 'ticketId', reason: 'called-just-now' }]), current: ticket },
  })
}
