import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { refuseStaff } from '#lib/domain/actor.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { accept, refuse } from '#lib/domain/refusal.ts'
import type { Ticket } from '#lib/domain/ticket.ts'
import { isUuid } from '#lib/domain/uuid.ts'
import { deriveTalkId } from './derive-talk-id.ts'
import { type DeskResult, refuseStale } from './refuse-stale.ts'
import { endRoomUse, findUseOfTicket } from './room.sql.ts'
import { insertEvent, lockTicket, swapTicket, swapToWindow } from './store.ts'
import type { StepWish } from './take-step.ts'
import { findAtWindow } from './window.sql.ts'

/**
 * Takes a referral back in one act: they are at their window again as before, the room is free, and the number for a talk
 * is void unless somebody has called it already.
 */
export async function undoReferral(pool: Pool, wish: StepWish): Promise<DeskResult<Ticket>> {
  const { actor, ticketId, version, now } = wish
  if (!isUuid(ticketId)) return refuse('not-found')
  return poolTransaction(pool, async (client) => {
    const found = await lockTicket(client, ticketId)
    if (!found) return refuse('not-found')
    const { ticket, place } = found
    const refusal = refuseStaff(actor, 'call-ticket', place)
    if (refusal) return refusal
    if (ticket.version !== version || ticket.date !== shanghaiToday(now)) return refuseStale(ticket)
    const use = await findUseOfTicket(client, ticketId, now)
    if (ticket.state !== 'parked' || !use || !ticket.window)
      return {
        ...refuse('not-allowed', [{ path: 'state', reason: `ticket-${ticket.state}` }]),
        current: ticket,
      }
    const state = ticket.startedAt ? 'serving' : 'called'
    const after = await swapToWindow(client, ticket, { state, window: ticket.window, staffId: actor.id })
    if (after === 'window-busy') {
      const at = { officeId: ticket.officeId, date: ticket.date, window: ticket.window }
      const current = await findAtWindow(client, at)
      return { ...refuse('not-allowed', [{ path: 'window', reason: 'window-busy' }]), current }
    }
    if (!after) throw new Error('a ticket changed while it was locked')
    await endRoomUse(client, use.id, now)
    // The number was given when the ticket still had the version before.
    const talk = await lockTicket(client, deriveTalkId({ id: ticketId, version: version - 1 }))
    if (talk?.ticket.state === 'waiting') {
      const undone = await swapTicket(client, talk.ticket, { state: 'undone' })
      if (undone) await insertEvent(client, { ticket: undone, event: 'undo', at: now, staffId: actor.id })
    }
    const event = state === 'serving' ? 'begin' : 'recall'
    await insertEvent(client, { ticket: after, event, at: now, staffId: actor.id })
    await writeEntry(client, {
      at: now,
      actorKind: 'staff',
      actorId: actor.id,
      act: 'referral-undone',
      subjectKind: 'ticket',
      subjectId: ticketId,
      officeId: ticket.officeId,
    })
    return accept(after)
  })
}
