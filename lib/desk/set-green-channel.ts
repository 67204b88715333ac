import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { refuseStaff } from '#lib/domain/actor.ts'
import { instantAt, shanghaiToday } from '#lib/domain/clock.ts'
import { GREEN_REASONS, UNGREEN_REASONS } from '#lib/domain/green-channel.ts'
import { queuePlace } from '#lib/domain/queue-order.ts'
import { accept, refuse } from '#lib/domain/refusal.ts'
import type { Ticket } from '#lib/domain/ticket.ts'
import { isUuid } from '#lib/domain/uuid.ts'
import { findExpectedById } from './expected.sql.ts'
import { type DeskResult, refuseStale } from './refuse-stale.ts'
import { insertEvent, lockTicket, swapTicket } from './store.ts'
import type { StepWish } from './take-step.ts'

/**
 * Opens the green channel for a number that waits, or closes it again: the number gets the place it would have had from
 * the beginning. With a reason on the record, in a code that tells nothing about an illness. 婚姻登记工作规范.
 */
export async function setGreenChannel(
  pool: Pool,
  wish: StepWish & { readonly greenChannel: boolean; readonly reason: string },
): Promise<DeskResult<Ticket>> {
  const { actor, greenChannel, now } = wish
  if (!isUuid(wish.ticketId)) return refuse('not-found')
  return poolTransaction(pool, async (client) => {
    const found = await lockTicket(client, wish.ticketId)
    if (!found) return refuse('not-found')
    const { ticket, place } = found
    const refusal = refuseStaff(actor, 'record-arrival', place)
    if (refusal) return refusal
    if (ticket.version !== wish.version) return refuseStale(ticket)
    const reasons: readonly string[] = greenChannel ? GREEN_REASONS : UNGREEN_REASONS
    if (!reasons.includes(wish.reason))
      return refuse('invalid-input', [{ path: 'reason', reason: 'required' }])
    const cannot = (reason: string) => ({
      ...refuse('not-allowed', [{ path: 'state', reason }]),
      current: ticket,
    })
    if (ticket.date !== shanghaiToday(now)) return cannot('not-today')
    if (ticket.state !== 'waiting') return cannot(`ticket-${ticket.state}`)
    if (ticket.greenChannel === greenChannel) return accept(ticket)
    const one = ticket.appointmentId ? await findExpectedById(client, ticket.appointmentId) : undefined
    const startsAt = one && instantAt(one.date, one.startTime)
    const after = await swapTicket(client, ticket, {
      greenChannel,
      ...queuePlace({ arrivedAt: ticket.createdAt, startsAt, greenChannel }),
    })
    if (!after) throw new Error('a ticket changed while it was locked')
    const detail = { open: greenChannel, reason: wish.reason }
    await insertEvent(client, { ticket: after, event: 'green', at: now, staffId: actor.id, detail })
    await writeEntry(client, {
      at: now,
      actorKind: 'staff',
      actorId: actor.id,
      act: greenChannel ? 'green-channel-opened' : 'green-channel-closed',
      subjectKind: 'ticket',
      subjectId: ticket.id,
      officeId: ticket.officeId,
      detail: { reason: wish.reason },
    })
    return accept(after)
  })
}
