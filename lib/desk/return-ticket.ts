import type { Pool } from '#lib/db/pool.ts'
import { placeOnReturn } from '#lib/domain/queue-order.ts'
import type { Ticket } from '#lib/domain/ticket.ts'
import type { DeskResult } from './refuse-stale.ts'
import { type StepWish, takeStep } from './take-step.ts'

/** Puts them back into the queue: where they stood, or behind those who stayed when they had missed the call or left. */
export function returnTicket(pool: Pool, wish: StepWish): Promise<DeskResult<Ticket>> {
  return takeStep(pool, wish, {
    right: 'call-ticket',
    event: 'return',
    change: (_, ticket) => ({
      window: undefined,
      staffId: undefined,
      endedAt: undefined,
      ...placeOnReturn(ticket, wish.now),
    }),
  })
}
