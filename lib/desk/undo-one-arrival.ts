import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { refuseStaff } from '#lib/domain/actor.ts'
import { whoStays } from '#lib/domain/arrival.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { accept, refuse } from '#lib/domain/refusal.ts'
import { type Ticket, ticketAfter } from '#lib/domain/ticket.ts'
import { isUuid } from '#lib/domain/uuid.ts'
import { readTicketsOf } from './day.sql.ts'
import { type DeskResult, refuseStale } from './refuse-stale.ts'
import { insertEvent, lockTicket, swapTicket } from './store.ts'
import type { StepWish } from './take-step.ts'

/**
 * Takes back that one of the two is here, while nobody has called them: the number stays with whoever came, and waits
 * outside the queue for the other again. Of the last one who is here the whole arrival is undone, with `undoArrival`.
 */
export async function undoOneArrival(
  pool: Pool,
  wish: StepWish & { readonly role: number },
): Promise<DeskResult<Ticket>> {
  const { actor, role, now } = wish
  if (!isUuid(wish.ticketId)) return refuse('not-found')
  return poolTransaction(pool, async (client) => {
    const found = await lockTicket(client, wish.ticketId)
    if (!found) return refuse('not-found')
    const { ticket, place } = found
    const refusal = refuseStaff(actor, 'record-arrival', place)
    if (refusal) return refusal
    if (ticket.version !== wish.version) return refuseStale(ticket)
    const cannot = (path: string, reason: string) => ({
      ...refuse('not-allowed', [{ path, reason }]),
      current: ticket,
    })
    if (ticket.date !== shanghaiToday(now)) return cannot('ticketId', 'not-today')
    if (!ticketAfter(ticket.state, 'undo')) return cannot('state', `ticket-${ticket.state}`)
    const { appointmentId } = ticket
    // Of people who walked in nobody has counted who is who.
    const known = appointmentId ? await readTicketsOf(client, [appointmentId]) : []
    const here = whoStays(known.find(({ id }) => id === ticket.id)?.here ?? [], role)
    if (!here) return cannot('role', 'not-one-of-two-here')
    const after = await swapTicket(client, ticket, { present: here.length })
    if (!after) throw new Error('a ticket changed while it was locked')
    const detail = { here }
    await insertEvent(client, { ticket: after, event: 'depart', at: now, staffId: actor.id, detail })
    await writeEntry(client, {
      at: now,
      actorKind: 'staff',
      actorId: actor.id,
      act: 'arrival-undone',
      subjectKind: 'appointment',
      subjectId: appointmentId ?? ticket.id,
      officeId: ticket.officeId,
      detail: { role, here },
    })
    return accept(after)
  })
}
