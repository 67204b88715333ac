import { openCare } from '#lib/booking/open-care.ts'
import { openParty } from '#lib/booking/open-party.ts'
import { once } from '#lib/db/once.ts'
import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
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
import { countPasses, type Expected, type ExpectedPerson, readExpected } from './expected.sql.ts'
import { openGate } from './open-gate.ts'
import { shareReading } from './share-reading.ts'
import { readDesk } from './window.sql.ts'

const MINUTE_MS = 60_000

/** A day of an office as the desk works it. */
export interface DeskDay {
  readonly date: CalendarDate
  /** When the reading began; whatever happened before is in it. */
  readonly readAt: Date
  /** Appointments by time, then those who walked in, by when they came. */
  readonly entries: readonly DayEntry[]
  readonly counts: DayCounts
  readonly windows: readonly DeskWindow[]
  /** Of those whose booking stays good though their day could not be held: how many came, and how many are expected at most. */
  readonly passes: { readonly came: number; readonly limit: number | null } | undefined
}

/**
 * All appointments and tickets of an office on a day: who is here, in which state, what is lacking. Names are masked, and
 * of what somebody asked of the desk only that they did. Four queries, however long the day, and once for all screens that
 * ask in the same moment.
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
  const place = await openGate(pool, wish, 'see-day')
  if ('ok' in place) return place
  const { officeId, date, now } = wish
  const minute = Math.floor(now.getTime() / MINUTE_MS)
  return shareReading(pool, `day ${officeId} ${date} ${minute}`, () => readDay(pool, wish))
}

async function readDay(
  pool: Pool,
  wish: { readonly officeId: string; readonly date: CalendarDate; readonly now: Date },
): Promise<Result<DeskDay>> {
  const { officeId, date, now } = wish
  const [desk, expected, tickets, passes] = await Promise.all([
    readDesk(pool, officeId),
    readExpected(pool, { officeId, from: date, until: date }),
    readDayTickets(pool, officeId, date),
    countPasses(pool, officeId, date),
  ])
  if (!desk) return refuse('not-found')
  const byAppointment = new Map(tickets.map((ticket) => [ticket.appointmentId, ticket]))
  const booked = expected.flatMap((one) => bookedEntry(one, byAppointment.get(one.id), now))
  const shown = new Set(booked.map(({ id }) => id))
  const others = tickets.filter(({ appointmentId }) => !appointmentId || !shown.has(appointmentId))
  const entries = [...booked, ...others.map(walkInEntry)]
  return accept({ date, readAt: now, entries, counts: countDay(entries), windows: desk.windows, passes })
}

function bookedEntry(one: Expected, stored: StoredDayTicket | undefined, now: Date): DayEntry[] {
  const status = statusAtDesk(one, now)
  if (isOver(status) && !stored) return []
  const ticket = stored && withoutSeal(stored)
  const { id, code, service, startTime, endTime, people, isMoving, certWindowEnd, date, pass } = one
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
          (ticket && isAhead) || pass
            ? 0
            : lateMinutes({ date, startTime, status, readyAt: ticket?.readyAt }, now),
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
    name: maskedName(id, role, sealed),
    locale,
    here: here.includes(role),
    agreed: agreedAt !== null,
    coming: asked ? (comingAt ? 'yes' : 'asked') : 'unasked',
  }
}

const MOST_KEPT = 20_000

/** A masked name, unsealed once: the list is drawn many times a minute, and what is masked may stay in memory. */
function maskedName(id: string, role: number, sealed: Buffer): string {
  const kept = once(
    'masked names',
    () => new Map<string, { readonly sealed: Buffer; readonly name: string }>(),
  )
  const key = `${id} ${role}`
  const known = kept.get(key)
  if (known?.sealed.equals(sealed)) return known.name
  if (kept.size >= MOST_KEPT) kept.clear()
  const name = maskName(openParty(id, role, sealed).name)
  kept.set(key, { sealed: Buffer.from(sealed), name })
  return name
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
