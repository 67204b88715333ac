import { openCare } from '#lib/booking/open-care.ts'
import { openParty } from '#lib/booking/open-party.ts'
import { once } from '#lib/db/once.ts'
import { isOver } from '#lib/domain/appointment-status.ts'
import { statusAtDesk } from '#lib/domain/arrival.ts'
import { type DayEntry, lacksOf, lateMinutes } from '#lib/domain/desk-day.ts'
import { maskName } from '#lib/domain/masking.ts'
import { QUEUE_RANK } from '#lib/domain/queue-order.ts'
import { openJson } from '#lib/identity/open-json.ts'
import type { StoredDayTicket } from './day.sql.ts'
import type { Expected, ExpectedPerson } from './expected.sql.ts'

/**
 * One row of the day, of an appointment and its number or of people who walked in: names are masked, and of what somebody
 * asked of the desk it says only that they did. Undefined for an appointment that came to nothing and has no number.
 */
export function composeEntry(
  one: Expected | undefined,
  stored: StoredDayTicket | undefined,
  now: Date,
): DayEntry | undefined {
  if (one) return bookedEntry(one, stored, now)
  return stored && walkInEntry(stored)
}

function bookedEntry(one: Expected, stored: StoredDayTicket | undefined, now: Date): DayEntry | undefined {
  const status = statusAtDesk(one, now)
  if (isOver(status) && !stored) return undefined
  const ticket = stored && withoutSeal(stored)
  const { id, code, service, startTime, endTime, people, isMoving, certWindowEnd, date, pass } = one
  const cares = people.flatMap(({ role, care }) => (care ? [openCare(id, role, care)] : []))
  const isAhead = ticket?.rank !== QUEUE_RANK.late
  return {
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
  }
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
