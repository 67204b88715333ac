import type { Pool } from '#lib/db/pool.ts'
import type { Ticket } from '#lib/domain/ticket.ts'
import type { DeskResult } from './refuse-stale.ts'
import { type StepWish, takeStep } from './take-step.ts'

/** Takes an arrival back that was put down by mistake, while nobody has called it; the appointment can be taken in anew. */
export function undoArrival(pool: Pool, wish: StepWish): Promise<DeskResult<Ticket>> {
  return takeStep(pool, wish, { right: 'record-arrival', event: 'undo', change: () => ({}) })
}
