import type { Pool } from '#lib/db/pool.ts'
import type { Ticket } from '#lib/domain/ticket.ts'
import type { DeskResult } from './refuse-stale.ts'
import { type StepWish, takeStep } from './take-step.ts'

/** They have come to the window: the time of handling begins, and goes on where it was interrupted. */
export function beginTicket(pool: Pool, wish: StepWish): Promise<DeskResult<Ticket>> {
  return takeStep(pool, wish, {
    right: 'call-ticket',
    event: 'begin',
    change: (_, { startedAt }) => ({ startedAt: startedAt ?? wish.now }),
  })
}
