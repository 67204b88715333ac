import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import type { AppointmentCode } from '#lib/domain/appointment-code.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { DayTicket } from '#lib/domain/desk-day.ts'
import { type EndMark, isLeftToComplete, judgeEnd, type OfflineAnswer } from '#lib/domain/offline.ts'
import { readTicketsOf } from './day.sql.ts'
import { finishOffline } from './finish-offline.ts'
import { leaveTicket } from './leave-ticket.ts'
import { missOffline } from './miss-offline.ts'
import { hasGoneOn } from './offline.sql.ts'
import { offlineStanding } from './offline-standing.ts'
import { openGate } from './open-gate.ts'
import type { DeskRefusal } from './refuse-stale.ts'

/** Who sends what was put down at a workstation, and from which window. */
export interface OfflineHand {
  readonly actor: StaffActor
  readonly officeId: string
  readonly window?: string | undefined
}

/** A mark whose appointment and instant are known. */
export interface ReadEnd {
  readonly mark: EndMark
  readonly code: AppointmentCode
  readonly at: Date
}

/**
 * Ends a visit as it was put down without a network, through the verbs of the desk and with their refusals; what anybody
 * has done about it in the meantime is told and not overwritten. What opens or closes a divorce case is only put aside,
 * to be completed at the screen.
 */
export async function endOffline(pool: Pool, hand: OfflineHand, end: ReadEnd): Promise<OfflineAnswer> {
  const { actor, officeId } = hand
  const place = await openGate(pool, { actor, officeId, now: end.at }, 'keep-day-offline')
  if ('ok' in place) return conflictOf(end.mark.key, place)
  const first = await tryEnd(pool, hand, end)
  // Two pages of one workstation send at the same moment: the second looks again, and finds it there.
  return first.reason === 'changed-meanwhile' ? tryEnd(pool, hand, end) : first
}

async function tryEnd(pool: Pool, hand: OfflineHand, end: ReadEnd): Promise<OfflineAnswer> {
  const { mark, at } = end
  const { key } = mark
  const ticket = await ticketOfToday(pool, end)
  // What another office has with them is not told here.
  if (ticket && ticket.officeId !== hand.officeId) return { key, result: 'conflict', reason: 'wrong-office' }
  const since = { actorId: hand.actor.id, seenAt: new Date(mark.seenAt), markedAt: at }
  const isChanged = ticket ? await hasGoneOn(pool, { ...since, ticketId: ticket.id }) : false
  const verdict = judgeEnd(ticket, mark.end, { actorId: hand.actor.id, isChanged })
  if (verdict === 'already') return { key, result: 'already', standing: offlineStanding(ticket) }
  if (verdict !== 'go') return { key, result: 'conflict', reason: verdict, standing: offlineStanding(ticket) }
  if (mark.end === 'not-come') return missOffline(pool, hand, end, ticket)
  if (!ticket) return { key, result: 'conflict', reason: 'not-arrived' }
  const { actor } = hand
  const ended =
    mark.end === 'left'
      ? await leaveTicket(pool, { actor, ticketId: ticket.id, version: ticket.version, now: at })
      : await finishOffline(pool, hand, { ...mark, end: mark.end, ticket, at })
  if (!ended.ok) return conflictOf(key, ended)
  const result = isLeftToComplete(mark.end) ? 'to-complete' : 'done'
  return { key, result, standing: offlineStanding(ended.value) }
}

async function ticketOfToday(pool: Pool, { mark, at }: ReadEnd): Promise<DayTicket | undefined> {
  const tickets = await readTicketsOf(pool, [mark.appointmentId])
  return tickets.find(({ date }) => date === shanghaiToday(at))
}

function conflictOf(key: string, { reason, errors, current }: DeskRefusal): OfflineAnswer {
  const why = errors?.[0]?.reason ?? reason
  return { key, result: 'conflict', reason: why, standing: offlineStanding(current) }
}
