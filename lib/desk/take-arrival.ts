import { writeEntry } from '#lib/audit/write-entry.ts'
import { settleOverdue } from '#lib/booking/settle-overdue.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { readAppointmentCode } from '#lib/domain/appointment-code.ts'
import { type ArrivalJudgement, isLetIn, judgeArrival, statusAtDesk } from '#lib/domain/arrival.ts'
import { instantAt, shanghaiToday } from '#lib/domain/clock.ts'
import type { DayTicket } from '#lib/domain/desk-day.ts'
import { refuseProxy } from '#lib/domain/proxy.ts'
import { queuePlace } from '#lib/domain/queue-order.ts'
import { accept, refuse } from '#lib/domain/refusal.ts'
import type { Ticket } from '#lib/domain/ticket.ts'
import { readTicketsOf } from './day.sql.ts'
import { type Expected, findExpected, markPass } from './expected.sql.ts'
import type { DeskHand } from './number.sql.ts'
import { type DeskRefusal, type DeskResult, refuseStale } from './refuse-stale.ts'
import { findTicket, insertEvent, swapTicket } from './store.ts'
import { takeIn } from './take-in.ts'

interface ArrivalToTake {
  readonly by: DeskHand
  /** Where they stand. */
  readonly officeId: string
  readonly code: string
  readonly roles: readonly number[]
  readonly greenChannel?: boolean
  /** Somebody else has come for the person. */
  readonly proxy?: boolean
  readonly now: Date
}

export interface Arrival {
  readonly ticket: Ticket
  /** The roles that are here now. */
  readonly here: readonly number[]
  readonly judgement: ArrivalJudgement
}

/**
 * Puts down that one or both have arrived, whoever does it. SAFETY: whether this hand may is asked before, by the verbs
 * for staff and for the kiosk.
 */
export async function takeArrival(
  pool: Pool,
  wish: ArrivalToTake,
): Promise<DeskResult<Arrival> & { readonly judgement?: ArrivalJudgement }> {
  const code = readAppointmentCode(wish.code)
  if (!code) return refuse('not-found')
  const one = await findStanding(pool, code, wish.now)
  if (!one) return refuse('not-found')
  const today = shanghaiToday(wish.now)
  const tickets = await readTicketsOf(pool, [one.id])
  const stored = tickets.find(({ date }) => date === today)
  const judgement = judgeArrival({ ...one, status: statusAtDesk(one, wish.now), ticket: stored }, wish)
  if (!isLetIn(judgement)) return { ...refuseHere('code', judgement.verdict, stored), judgement }
  const inPerson = wish.proxy ? refuseProxy(one.service) : undefined
  if (inPerson) return inPerson
  const roles = [...new Set(wish.roles)].filter((role) => one.people.some((person) => person.role === role))
  if (roles.length === 0 || roles.length < new Set(wish.roles).size)
    return refuse('invalid-input', [{ path: 'roles', reason: 'required' }])
  const here = [...new Set([...(stored?.here ?? []), ...roles])].sort()
  if (stored && here.length === stored.here.length) return refuseHere('roles', 'already-here', stored)
  const ticket = stored
    ? await joinIn(pool, wish, one, stored, here)
    : await begin(pool, wish, one, here, tickets)
  return 'ok' in ticket ? ticket : accept({ ticket, here, judgement })
}

function refuseHere(path: string, reason: string, current: DayTicket | undefined): DeskRefusal {
  return { ...refuse('not-allowed', [{ path, reason }]), current }
}

/** The appointment as it counts now: a wait that has run out is ended first. */
async function findStanding(pool: Pool, code: string, now: Date): Promise<Expected | undefined> {
  const one = await findExpected(pool, code)
  if (!one || statusAtDesk(one, now) === one.status) return one
  await settleOverdue(pool, now, { appointmentId: one.id })
  return findExpected(pool, code)
}

async function begin(
  pool: Pool,
  wish: ArrivalToTake,
  one: Expected,
  here: readonly number[],
  old: readonly DayTicket[],
): Promise<Ticket | DeskRefusal> {
  const { by, now, greenChannel = false, proxy = false } = wish
  // An open booking has no time of its own: its people stand in line from when they are here.
  const startsAt = one.pass ? now : instantAt(one.date, one.startTime)
  const made = {
    officeId: one.officeId,
    date: one.pass ? shanghaiToday(now) : one.date,
    service: one.service,
    appointmentId: one.id,
    expected: one.people.length,
    here,
    greenChannel,
    proxy,
    locale: one.people.find(({ role }) => here.includes(role))?.locale ?? 'zh-CN',
    by,
    now,
    ...queuePlace({ arrivedAt: now, startsAt, greenChannel }),
  } as const
  const ticket = await (old.length === 0 && !one.pass
    ? takeIn(pool, made)
    : poolTransaction(pool, async (client) => {
        // The number of another day, before they moved to this one, is theirs no more.
        for (const stale of old) await swapTicket(client, stale, { state: 'undone', outcome: undefined })
        if (one.pass) await markPass(client, { appointmentId: one.id, on: made.date })
        return takeIn(client, made)
      }))
  // Another clerk has taken them in at the same moment.
  return ticket ?? refuseHere('code', 'already-here', undefined)
}

function joinIn(
  pool: Pool,
  wish: ArrivalToTake,
  one: Expected,
  stored: DayTicket,
  here: readonly number[],
): Promise<Ticket | DeskRefusal> {
  const { by, now } = wish
  const greenChannel = stored.greenChannel || (wish.greenChannel ?? false)
  const startsAt = one.pass ? now : instantAt(one.date, one.startTime)
  const place = queuePlace({ arrivedAt: now, startsAt, greenChannel })
  return poolTransaction(pool, async (client) => {
    const ticket = await swapTicket(client, stored, { present: here.length, greenChannel, ...place })
    if (!ticket) return refuseStale((await findTicket(client, stored.id))?.ticket)
    const staffId = by.kind === 'staff' ? by.id : undefined
    await insertEvent(client, { ticket, event: 'arrive', at: now, staffId, detail: { here } })
    await writeEntry(client, {
      at: now,
      actorKind: by.kind,
      actorId: by.id,
      act: 'arrival-recorded',
      subjectKind: 'appointment',
      subjectId: one.id,
      officeId: one.officeId,
      detail: { here },
    })
    return ticket
  })
}
