import type { Pool } from '#lib/db/pool.ts'
import { refuse } from '#lib/domain/refusal.ts'
import type { Ticket } from '#lib/domain/ticket.ts'
import type { DeskResult } from './refuse-stale.ts'
import { type StepWish, takeStep } from './take-step.ts'
import { isWindowOpen } from './window.sql.ts'

/**
 * Calls a ticket out of turn: one that waits, was put aside, or missed its call. The choice is the clerk's, also where
 * only one of two is here. Refuses while somebody stands at the window, and a window that is not open.
 */
export function callTicket(
  pool: Pool,
  wish: StepWish & { readonly window: string },
): Promise<DeskResult<Ticket>> {
  const { actor, window, now } = wish
  return takeStep(pool, wish, {
    right: 'call-ticket',
    event: 'call',
    change: async (client, { officeId, calls }) =>
      (await isWindowOpen(client, { officeId, window }))
        ? { window, staffId: actor.id, calls: calls + 1, calledAt: now }
        : refuse('not-allowed', [{ path: 'window', reason: 'window-closed' }]),
  })
}
