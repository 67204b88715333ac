import type { Pool } from '#lib/db/pool.ts'
import type { EndMark } from '#lib/domain/offline.ts'
import { isLeftToComplete } from '#lib/domain/offline.ts'
import { decideOutcome, type Outcome } from '#lib/domain/outcome.ts'
import { accept, refuse } from '#lib/domain/refusal.ts'
import { isAtWindow, type Ticket } from '#lib/domain/ticket.ts'
import { callTicket } from './call-ticket.ts'
import type { OfflineHand } from './end-offline.ts'
import { finishTicket } from './finish-ticket.ts'
import { openGate } from './open-gate.ts'
import { parkTicket } from './park-ticket.ts'
import type { DeskResult } from './refuse-stale.ts'

/**
 * Finishes a visit that was served without a network: called to the window of whoever served it, unless it stands there
 * or was put aside, and finished with its outcome. Where the outcome moves a divorce case it is put aside instead, with
 * what is still to be typed. Judged before anybody is called: an outcome that is refused changes nothing.
 */
export async function finishOffline(
  pool: Pool,
  hand: OfflineHand,
  served: Pick<EndMark, 'rejection' | 'documents'> & {
    readonly end: Outcome
    readonly ticket: Ticket
    readonly at: Date
  },
): Promise<DeskResult<Ticket>> {
  const { actor, officeId, window } = hand
  const { end: outcome, ticket, rejection, documents, at: now } = served
  const place = await openGate(pool, { actor, officeId, now }, 'record-outcome')
  if ('ok' in place) return place
  const decided = decideOutcome(ticket, { outcome, rejection, documents })
  if (!decided.ok) return { ...decided, current: ticket }
  const step = { actor, ticketId: ticket.id, now }
  const here = await bring(pool, { ...step, version: ticket.version, window }, ticket)
  if (!here.ok) return here
  const { version, state } = here.value
  if (!isLeftToComplete(outcome))
    return finishTicket(pool, { ...step, version, outcome, rejection, documents })
  // Put aside already: it waits there for the screen.
  return state === 'parked' ? here : parkTicket(pool, { ...step, version, toComplete: outcome })
}

/** The ticket at the window, or put aside; called there when it still waits. */
async function bring(
  pool: Pool,
  step: Omit<Parameters<typeof callTicket>[1], 'window'> & { readonly window: string | undefined },
  ticket: Ticket,
): Promise<DeskResult<Ticket>> {
  if (isAtWindow(ticket.state) || ticket.state === 'parked') return accept(ticket)
  const { window } = step
  if (!window)
    return { ...refuse('not-allowed', [{ path: 'window', reason: 'window-closed' }]), current: ticket }
  const called = await callTicket(pool, { ...step, window })
  // Who stands at the window is somebody else's matter.
  return called.ok ? called : { ...called, current: ticket }
}
