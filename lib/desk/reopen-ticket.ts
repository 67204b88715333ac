import { undoAttendance } from '#lib/booking/undo-attendance.ts'
import type { Pool } from '#lib/db/pool.ts'
import { movesCase } from '#lib/domain/outcome.ts'
import { refuse } from '#lib/domain/refusal.ts'
import type { Ticket } from '#lib/domain/ticket.ts'
import type { DeskResult } from './refuse-stale.ts'
import { type StepWish, takeStep } from './take-step.ts'
import { isWindowOpen } from './window.sql.ts'

/**
 * Takes an outcome back the same day and goes on at a free window; the appointment stands again. An outcome that moved a
 * divorce case stands: what the law counts from is corrected in the case, not undone here.
 */
export function reopenTicket(
  pool: Pool,
  wish: StepWish & { readonly window: string },
): Promise<DeskResult<Ticket>> {
  const { actor, window, now } = wish
  return takeStep(pool, wish, {
    right: 'record-outcome',
    event: 'reopen',
    change: async (client, ticket) => {
      const { officeId, outcome, appointmentId } = ticket
      if (outcome && movesCase(outcome))
        return { ...refuse('not-allowed', [{ path: 'outcome', reason: 'case-stands' }]), current: ticket }
      if (!(await isWindowOpen(client, { officeId, window })))
        return refuse('not-allowed', [{ path: 'window', reason: 'window-closed' }])
      if (appointmentId) await undoAttendance(client, { id: appointmentId, by: actor.id, now })
      const undone = { outcome: undefined, outcomeDetail: undefined, endedAt: undefined }
      return { ...undone, window, staffId: actor.id }
    },
  })
}
