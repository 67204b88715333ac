import type { Pool } from '#lib/db/pool.ts'
import type { Ticket } from '#lib/domain/ticket.ts'
import type { DeskResult } from './refuse-stale.ts'
import { type StepWish, takeStep } from './take-step.ts'

/** They have gone without being served; whoever comes back today is put back into the queue. It is no missed appointment. */
export function leaveTicket(pool: Pool, wish: StepWish): Promise<DeskResult<Ticket>> {
  return takeStep(pool, wish, { right: 'call-ticket', event: 'leave', change: () => ({ endedAt: wish.now }) })
}
