import { openCare } from '#lib/booking/open-care.ts'
import { openParty } from '#lib/booking/open-party.ts'
import type { Pool } from '#lib/db/pool.ts'
import { refuseStaff, type StaffActor } from '#lib/domain/actor.ts'
import { isOver } from '#lib/domain/appointment-status.ts'
import { statusAtDesk } from '#lib/domain/arrival.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import {
  countDay,
  type DayCounts,
  type DayEntry,
  type DeskWindow,
  lacksOf,
  lateMinutes,
} from '#lib/domain/desk-day.ts'
import { maskName } from '#lib/domain/masking.ts'
import { QUEUE_RANK } from '#lib/domain/queue-order.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { openJson } from '#lib/identity/open-json.ts'
import { readDayTickets, type StoredDayTicket } from './day.sql.ts'
import { type Expected, type ExpectedPerson, readExpected } from './expected.sql.ts'
import { readDesk } from './window.sql.ts'

/** A day of an office as the desk works it. */
export interface DeskDay {
  readonly date: CalendarDate
  /** Appointments by time, then those who walked in, by when they came. */
  readonly entries: readonly DayEntry[]
  readonly counts: DayCounts
  readonly windows: readonly DeskWindow[]
}

/**
 * All appointments and tickets of an office on a day: who is here, in which state, what is lacking. Names are masked, and
 * of what somebody asked of the desk only that they did. Three queries, however long the day.
 */
export async function listDay(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly officeId: string
    readonly date: CalendarDate
    readonly now: Date
  },
): Promise<Result<DeskDay>> {
  const { actor, officeId, date, now } = wish
  const desk = await readDesk(pool, officeId)
  if (!desk) return refuse('not-found')
  const refusal = refuseStaff(actor, 'see-day', desk)
  if (refusal) return refusal
  const [expected, tickets] = await Promise.all([
    readExpected(pool, { officeId, from: date, until: date }),
    readDayTickets(pool, officeId, date),
  ])
  const byAppointment = new Map(tickets.map((ticket) => [ticket.appointmentId, ticket]))
  const booked = expected.flatMap((one) => bookedEntry(one, byAppointment.get(one.id), now))
  const shown = new Set(booked.map(({ id }) => id))
  const others = tickets.filter(({ appointmentId }) => !appointmentId || !shown.has(appointmentId))
  const entries = [...booked, ...others.map(walkInEntry)]
  return accept({ date, entries, counts: countDay(entries), windows: desk.windows })
}

function bookedEntry(one: Expected, stored: StoredDayTicket | undefined, now: Date): DayEntry[] {
  const status = statusAtDesk(one, now)
  if (isOver(status) && !stored) return []
  const ticket = stored && withoutSeal(stored)
  const { id, code, service, startTime, endTime, people, isMoving, certWindowEnd, date } = one
  const cares = people.flatMap(({ role, care }) => (care ? [openCare(id, role, care)] : []))
  const isAhead = ticket?.rank !== QUEUE_RANK.late
  return [
    {
      id,
      code,
      service,
      startTime,
      endTime,
      status,
      people: people.map((person) => personOf(one, person, ticket?.here ?? [])),
      expected: ticket?.expected ?? people.length,
      present: ticket?.present ?? 0,
      ticket,
      lacks: lacksOf({ status, isMoving, ticket }),
      flags: {
        greenChannel: ticket?.greenChannel ?? false,
        proxy: ticket?.proxy ?? false,
        languages: [...new Set(people.map(({ locale }) => locale))].filter((locale) => locale !== 'zh-CN'),
        separate: cares.some(({ separate }) => separate),
        hasNote: cares.some(({ note }) => note !== undefined),
        certWindowEnd: certWindowEnd ?? undefined,
        lateMinutes:
          ticket && isAhead ? 0 : lateMinutes({ date, startTime, status, readyAt: ticket?.readyAt }, now),
      },
    },
  ]
}

function personOf(
  { id }: Expected,
  person: ExpectedPerson,
  here: readonly number[],
): DayEntry['people'][number] {
  const { role, sealed, locale, agreedAt, asked, comingAt } = person
  return {
    role,
    name: maskName(openParty(id, role, sealed).name),
    locale,
    here: here.includes(role),
    agreed: agreedAt !== null,
    coming: asked ? (comingAt ? 'yes' : 'asked') : 'unasked',
  }
}

function walkInEntry(stored: StoredDayTicket): DayEntry {
  const ticket = withoutSeal(stored)
  const { id, service, expected, present, locale, greenChannel, proxy } = ticket
  const name = stored.sealed ? maskName(openJson<{ name: string }>(`ticket ${id}`, stored.sealed).name) : ''
  return {
    id,
    code: undefined,
    service,
    startTime: undefined,
    endTime: undefined,
    status: undefined,
    people: [{ role: 1, name, locale, here: true, agreed: true, coming: 'unasked' }],
    expected,
    present,
    ticket,
    lacks: lacksOf({ status: undefined, isMoving: false, ticket }),
    flags: {
      greenChannel,
      proxy,
      languages: locale === 'zh-CN' ? [] : [locale],
      separate: false,
      hasNote: false,
      certWindowEnd: undefined,
      lateMinutes: 0,
    },
  }
}

function withoutSeal({ sealed, ...ticket }: StoredDayTicket): NonNullable<DayEntry['ticket']> {
  return ticket
}
