import type { Pool } from '#lib/db/pool.ts'
import type { Outcome } from '#lib/domain/outcome.ts'
import type { Ticket } from '#lib/domain/ticket.ts'
import type { DeskResult } from './refuse-stale.ts'
import { type StepWish, takeStep } from './take-step.ts'

/**
 * Puts them aside while papers are fetched or copied: the window is free, and its name stays with them. With `toComplete`
 * they were served without a network, and what is missing is typed at the screen.
 */
export function parkTicket(
  pool: Pool,
  wish: StepWish & { readonly toComplete?: Outcome },
): Promise<DeskResult<Ticket>> {
  const { toComplete } = wish
  const detail = toComplete ? { toComplete } : undefined
  return takeStep(pool, wish, { right: 'call-ticket', event: 'park', detail, change: () => ({}) })
}
