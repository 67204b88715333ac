import type { Pool } from '#lib/db/pool.ts'
import type { Ticket } from '#lib/domain/ticket.ts'
import type { DeskResult } from './refuse-stale.ts'
import { type StepWish, takeStep } from './take-step.ts'

/** Puts them aside while papers are fetched or copied: the window is free, and its name stays with them. */
export function parkTicket(pool: Pool, wish: StepWish): Promise<DeskResult<Ticket>> {
  return takeStep(pool, wish, { right: 'call-ticket', event: 'park', change: () => ({}) })
}
