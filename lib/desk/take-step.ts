import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool, PoolClient } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { refuseStaff, type StaffActor } from '#lib/domain/actor.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { StaffAct } from '#lib/domain/permissions.ts'
import { accept, refuse } from '#lib/domain/refusal.ts'
import { type Ticket, type TicketEvent, ticketAfter } from '#lib/domain/ticket.ts'
import { isUuid } from '#lib/domain/uuid.ts'
import { type DeskRefusal, type DeskResult, refuseStale } from './refuse-stale.ts'
import { insertEvent, lockTicket, swapToWindow, type TicketChange } from './store.ts'
import { findAtWindow } from './window.sql.ts'

/** What every step of a ticket is asked with. */
export interface StepWish {
  readonly actor: StaffActor
  readonly ticketId: string
  /** As it was seen; a ticket that has changed since is refused, and told as it stands. */
  readonly version: number
  readonly now: Date
}

interface Step {
  readonly right: StaffAct
  readonly event: TicketEvent
  /** What changes beside the state, or why it cannot; whatever else must hold with it is written here. */
  readonly change: (
    client: PoolClient,
    ticket: Ticket,
  ) => Promise<TicketChange | DeskRefusal> | TicketChange | DeskRefusal
  /** For the timed row: no names. */
  readonly detail?: Readonly<Record<string, unknown>> | undefined
}

const ACTS: Readonly<Record<TicketEvent, string>> = {
  call: 'ticket-called',
  recall: 'ticket-recalled',
  begin: 'ticket-begun',
  park: 'ticket-parked',
  forward: 'ticket-forwarded',
  return: 'ticket-returned',
  miss: 'ticket-missed',
  leave: 'ticket-left',
  finish: 'ticket-finished',
  reopen: 'ticket-reopened',
  undo: 'arrival-undone',
}

/**
 * One step in the life of a ticket of today: the row is locked, judged by the table of steps, changed, put down with its
 * time and on the record, all in one transaction.
 */
export async function takeStep(pool: Pool, wish: StepWish, step: Step): Promise<DeskResult<Ticket>> {
  const { actor, now } = wish
  if (!isUuid(wish.ticketId)) return refuse('not-found')
  return poolTransaction(pool, async (client) => {
    const found = await lockTicket(client, wish.ticketId)
    if (!found) return refuse('not-found')
    const { ticket, place } = found
    const state = ticketAfter(ticket.state, step.event)
    const refusal = refuseStaff(actor, step.right, place) ?? refuseOther(ticket, wish)
    if (refusal) return refusal
    if (!state)
      return {
        ...refuse('not-allowed', [{ path: 'state', reason: `ticket-${ticket.state}` }]),
        current: ticket,
      }
    const change = await step.change(client, ticket)
    if ('ok' in change) return change
    const after = await swapToWindow(client, ticket, { ...change, state })
    if (after === 'window-busy') {
      const at = { officeId: ticket.officeId, date: ticket.date, window: change.window ?? '' }
      return busy(await findAtWindow(client, at))
    }
    if (!after) throw new Error('a ticket changed while it was locked')
    const window = after.window ?? ticket.window
    await insertEvent(client, {
      ticket: after,
      event: step.event,
      at: now,
      staffId: actor.id,
      window,
      detail: step.detail,
    })
    await writeEntry(client, {
      at: now,
      actorKind: 'staff',
      actorId: actor.id,
      act: ACTS[step.event],
      subjectKind: 'ticket',
      subjectId: ticket.id,
      officeId: ticket.officeId,
      detail: {
        window: window ?? null,
        ...(ticket.appointmentId ? { appointment: ticket.appointmentId } : {}),
      },
    })
    return accept(after)
  })
}

/** Another version than was seen, or another day. */
function refuseOther(ticket: Ticket, { version, now }: StepWish): DeskRefusal | undefined {
  if (ticket.version !== version) return refuseStale(ticket)
  return ticket.date === shanghaiToday(now)
    ? undefined
    : { ...refuse('not-allowed', [{ path: 'ticketId', reason: 'not-today' }]), current: ticket }
}

function busy(current: Ticket | undefined): DeskRefusal {
  return { ...refuse('not-allowed', [{ path: 'window', reason: 'window-busy' }]), current }
}
