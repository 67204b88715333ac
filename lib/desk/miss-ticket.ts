import type { Pool } from '#lib/db/pool.ts'
import type { Ticket } from '#lib/domain/ticket.ts'
import type { DeskResult } from './refuse-stale.ts'
import { type StepWish, takeStep } from './take-step.ts'

/** Nobody came when called: the window is free, the number can be called or put back later today. */
export function missTicket(pool: Pool, wish: StepWish): Promise<DeskResult<Ticket>> {
  return takeStep(pool, wish, { right: 'call-ticket', event: 'miss', change: () => ({}) })
}
