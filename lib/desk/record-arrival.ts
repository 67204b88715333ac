import { writeEntry } from '#lib/audit/write-entry.ts'
import { settleOverdue } from '#lib/booking/settle-overdue.ts'
import type { Pool, PoolClient } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { readAppointmentCode } from '#lib/domain/appointment-code.ts'
import { type ArrivalJudgement, isLetIn, judgeArrival, statusAtDesk } from '#lib/domain/arrival.ts'
import { instantAt, shanghaiToday } from '#lib/domain/clock.ts'
import type { DayTicket } from '#lib/domain/desk-day.ts'
import { queuePlace } from '#lib/domain/queue-order.ts'
import { accept, refuse } from '#lib/domain/refusal.ts'
import type { Ticket } from '#lib/domain/ticket.ts'
import { readTicketsOf } from './day.sql.ts'
import { type Expected, findExpected } from './expected.sql.ts'
import { openGate } from './open-gate.ts'
import { type DeskRefusal, type DeskResult, refuseStale } from './refuse-stale.ts'
import { insertEvent, swapTicket } from './store.ts'
import { takeIn } from './take-in.ts'

export interface ArrivalWish {
  readonly actor: StaffActor
  /** Where they stand. */
  readonly officeId: string
  readonly code: string
  /** Who of the two is here; whoever came before stays counted. */
  readonly roles: readonly number[]
  readonly greenChannel?: boolean
  readonly now: Date
}

export interface Arrival {
  readonly ticket: Ticket
  /** The roles that are here now. */
  readonly here: readonly number[]
  readonly judgement: ArrivalJudgement
}

/**
 * Puts down that one or both have arrived, and gives them their number. With one of two here the number waits outside
 * the queue until the other comes too; their place counts from then. Refuses with the verdict and the next step whoever
 * cannot be taken in.
 */
export async function recordArrival(
  pool: Pool,
  wish: ArrivalWish,
): Promise<DeskResult<Arrival> & { readonly judgement?: ArrivalJudgement }> {
  const place = await openGate(pool, wish, 'record-arrival')
  if ('ok' in place) return place
  const code = readAppointmentCode(wish.code)
  if (!code) return refuse('not-found')
  const one = await findStanding(pool, code, wish.now)
  if (!one) return refuse('not-found')
  return poolTransaction(pool, async (client) => {
    const today = shanghaiToday(wish.now)
    const tickets = await readTicketsOf(client, [one.id])
    const stored = tickets.find(({ date }) => date === today)
    const facts = { ...one, status: statusAtDesk(one, wish.now), ticket: stored }
    const judgement = judgeArrival(facts, wish)
    if (!isLetIn(judgement))
      return {
        ...refuse('not-allowed', [{ path: 'code', reason: judgement.verdict }]),
        judgement,
        current: stored,
      }
    const roles = [...new Set(wish.roles)].filter((role) => one.people.some((person) => person.role === role))
    if (roles.length === 0 || roles.length < new Set(wish.roles).size)
      return refuse('invalid-input', [{ path: 'roles', reason: 'required' }])
    const here = [...new Set([...(stored?.here ?? []), ...roles])].sort()
    if (stored && here.length === stored.here.length)
      return { ...refuse('not-allowed', [{ path: 'roles', reason: 'already-here' }]), current: stored }
    for (const old of tickets) if (old !== stored) await swapTicket(client, old, { state: 'undone' })
    const ticket = stored
      ? await joinIn(client, wish, one, stored, here)
      : await begin(client, wish, one, here)
    if ('ok' in ticket) return ticket
    await insertEvent(client, {
      ticket,
      event: 'arrive',
      at: wish.now,
      staffId: wish.actor.id,
      detail: { here },
    })
    await writeEntry(client, {
      at: wish.now,
      actorKind: 'staff',
      actorId: wish.actor.id,
      act: 'arrival-recorded',
      subjectKind: 'appointment',
      subjectId: one.id,
      officeId: place.id,
      detail: { here },
    })
    return accept({ ticket, here, judgement })
  })
}

/** The appointment as it counts now: a wait that has run out is ended first. */
async function findStanding(pool: Pool, code: string, now: Date): Promise<Expected | undefined> {
  const one = await findExpected(pool, code)
  if (!one || statusAtDesk(one, now) === one.status) return one
  await settleOverdue(pool, now, { appointmentId: one.id })
  return findExpected(pool, code)
}

async function begin(
  client: PoolClient,
  wish: ArrivalWish,
  one: Expected,
  here: readonly number[],
): Promise<Ticket | DeskRefusal> {
  const { now, greenChannel = false } = wish
  const startsAt = instantAt(one.date, one.startTime)
  const first = one.people.find(({ role }) => here.includes(role))
  const ticket = await takeIn(client, {
    officeId: one.officeId,
    date: one.date,
    service: one.service,
    appointmentId: one.id,
    expected: one.people.length,
    present: here.length,
    greenChannel,
    locale: first?.locale ?? 'zh-CN',
    now,
    ...queuePlace({ arrivedAt: now, startsAt, greenChannel }),
  })
  // Another clerk has taken them in at the same moment.
  return (
    ticket ?? { ...refuse('not-allowed', [{ path: 'code', reason: 'already-here' }]), current: undefined }
  )
}

async function joinIn(
  client: PoolClient,
  wish: ArrivalWish,
  one: Expected,
  stored: DayTicket,
  here: readonly number[],
): Promise<Ticket | DeskRefusal> {
  const greenChannel = stored.greenChannel || (wish.greenChannel ?? false)
  const startsAt = instantAt(one.date, one.startTime)
  const place = queuePlace({ arrivedAt: wish.now, startsAt, greenChannel })
  const swapped = await swapTicket(client, stored, { present: here.length, greenChannel, ...place })
  return swapped ?? refuseStale(stored)
}
