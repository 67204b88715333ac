import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { refuseStaff } from '#lib/domain/actor.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { refuseProxy, withoutProxyPapers } from '#lib/domain/proxy.ts'
import { accept, refuse } from '#lib/domain/refusal.ts'
import { isAtWindow, type Ticket } from '#lib/domain/ticket.ts'
import { isUuid } from '#lib/domain/uuid.ts'
import { type DeskResult, refuseStale } from './refuse-stale.ts'
import { insertEvent, lockTicket, swapTicket } from './store.ts'
import type { StepWish } from './take-step.ts'

/**
 * Marks that somebody else is here for the person of a number, or that they are here themselves after all. From then on
 * the power of attorney is one of the papers to look at. Nothing is kept of who the other is. Refuses every service but
 * the re-issue of a certificate.
 */
export async function setProxy(
  pool: Pool,
  wish: StepWish & { readonly proxy: boolean },
): Promise<DeskResult<Ticket>> {
  const { actor, proxy, now } = wish
  if (!isUuid(wish.ticketId)) return refuse('not-found')
  return poolTransaction(pool, async (client) => {
    const found = await lockTicket(client, wish.ticketId)
    if (!found) return refuse('not-found')
    const { ticket, place } = found
    const refusal = refuseStaff(actor, 'record-arrival', place)
    if (refusal) return refusal
    if (ticket.version !== wish.version) return refuseStale(ticket)
    const inPerson = proxy ? refuseProxy(ticket.service) : undefined
    if (inPerson) return { ...inPerson, current: ticket }
    const cannot = (reason: string) => ({
      ...refuse('not-allowed', [{ path: 'state', reason }]),
      current: ticket,
    })
    if (ticket.date !== shanghaiToday(now)) return cannot('not-today')
    if (ticket.state !== 'waiting' && ticket.state !== 'parked' && !isAtWindow(ticket.state))
      return cannot(`ticket-${ticket.state}`)
    if (ticket.proxy === proxy) return accept(ticket)
    const materials = proxy ? ticket.materials : withoutProxyPapers(ticket.materials)
    const after = await swapTicket(client, ticket, { proxy, materials })
    if (!after) throw new Error('a ticket changed while it was locked')
    await insertEvent(client, {
      ticket: after,
      event: 'proxy',
      at: now,
      staffId: actor.id,
      detail: { proxy },
    })
    await writeEntry(client, {
      at: now,
      actorKind: 'staff',
      actorId: actor.id,
      act: proxy ? 'proxy-noted' : 'proxy-taken-back',
      // Of an appointment, so that the person reads it in their own record.
      subjectKind: ticket.appointmentId ? 'appointment' : 'ticket',
      subjectId: ticket.appointmentId ?? ticket.id,
      officeId: ticket.officeId,
    })
    return accept(after)
  })
}
