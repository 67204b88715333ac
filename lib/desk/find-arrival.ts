import { writeEntry } from '#lib/audit/write-entry.ts'
import { loadVoucherKeys } from '#lib/booking/load-voucher-keys.ts'
import { openParty } from '#lib/booking/open-party.ts'
import { verifyVoucher } from '#lib/booking/verify-voucher.ts'
import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { type AppointmentCode, readAppointmentCode } from '#lib/domain/appointment-code.ts'
import type { AppointmentStatus } from '#lib/domain/appointment-status.ts'
import { type ArrivalJudgement, judgeArrival, statusAtDesk } from '#lib/domain/arrival.ts'
import { addDays, type CalendarDate } from '#lib/domain/calendar-date.ts'
import { type ClockTime, shanghaiToday } from '#lib/domain/clock.ts'
import type { DayPerson, DayTicket } from '#lib/domain/desk-day.ts'
import { readDocumentNumber } from '#lib/domain/document-number.ts'
import { maskName } from '#lib/domain/masking.ts'
import { DOCUMENT_TYPES } from '#lib/domain/party-type.ts'
import { isSameName } from '#lib/domain/person-name.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import type { Service } from '#lib/domain/service.ts'
import { readVoucher } from '#lib/domain/voucher.ts'
import { indexPerson } from '#lib/identity/index-person.ts'
import { readTicketsOf } from './day.sql.ts'
import {
  type Expected,
  type ExpectedPerson,
  findExpected,
  readExpected,
  readExpectedOf,
} from './expected.sql.ts'
import { openGate } from './open-gate.ts'

/** What somebody shows or says at the desk. */
export type ArrivalQuery =
  /** The text of the QR code, or the code of the appointment as typed. */
  | { readonly by: 'text'; readonly text: string }
  | { readonly by: 'name'; readonly name: string; readonly birthDate: string }
  | { readonly by: 'document'; readonly number: string }

/** An appointment that may be meant, with the verdict about arriving now. */
export interface ArrivalCandidate {
  readonly id: string
  readonly code: AppointmentCode
  readonly officeId: string
  readonly service: Service
  readonly date: CalendarDate
  readonly startTime: ClockTime
  readonly endTime: ClockTime
  readonly status: AppointmentStatus
  /** Masked; nobody where it is another office's. */
  readonly people: readonly Pick<DayPerson, 'role' | 'name' | 'here' | 'agreed'>[]
  readonly expected: number
  readonly ticket: DayTicket | undefined
  readonly judgement: ArrivalJudgement
}

/** How far around today names and documents are looked for. */
const DAYS_BACK = 7
const DAYS_AHEAD = 30
const MOST = 10

/**
 * Whom somebody at the desk may be: today's of this office first, then by day. A QR code counts only with our signature.
 * Names are compared with what this office expects, never with the whole country. Who was found is on the record.
 */
export async function findArrival(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly officeId: string
    readonly query: ArrivalQuery
    readonly now: Date
  },
): Promise<Result<readonly ArrivalCandidate[]>> {
  const { actor, officeId, now } = wish
  const place = await openGate(pool, wish, 'see-day')
  if ('ok' in place) return place
  const found = await search(pool, wish.query, officeId, shanghaiToday(now))
  if (!found.ok) return found
  const nearest = [...found.value]
    .sort((one, other) => distance(one, wish) - distance(other, wish))
    .slice(0, MOST)
  const tickets =
    nearest.length > 0
      ? await readTicketsOf(
          pool,
          nearest.map(({ id }) => id),
        )
      : []
  for (const { id, officeId: where } of nearest) {
    await writeEntry(pool, {
      at: now,
      actorKind: 'staff',
      actorId: actor.id,
      act: 'arrival-looked-up',
      subjectKind: 'appointment',
      subjectId: id,
      officeId: where,
      detail: { by: wish.query.by, at: officeId },
    })
  }
  return accept(
    nearest.map((one) => {
      const ticket = tickets.find(
        ({ appointmentId, date }) => appointmentId === one.id && date === shanghaiToday(now),
      )
      return candidate(one, ticket, wish)
    }),
  )
}

async function search(
  pool: Pool,
  query: ArrivalQuery,
  officeId: string,
  today: CalendarDate,
): Promise<Result<readonly Expected[]>> {
  const days = { from: addDays(today, -DAYS_BACK), until: addDays(today, DAYS_AHEAD) }
  switch (query.by) {
    case 'text':
      return byText(pool, query.text)
    case 'document': {
      const indexes = DOCUMENT_TYPES.flatMap((type) => {
        const read = readDocumentNumber(type, query.number, today)
        return read.valid ? [indexPerson(type, read.normalized)] : []
      })
      if (indexes.length === 0) return refuse('invalid-input', [{ path: 'number', reason: 'format' }])
      return accept(await readExpectedOf(pool, { indexes, ...days }))
    }
    case 'name': {
      const isMeant = (one: Expected) =>
        one.people.some(({ role, sealed }) => {
          const { name, birthDate } = openParty(one.id, role, sealed)
          return birthDate === query.birthDate && isSameName(name, query.name)
        })
      const here = (await readExpected(pool, { officeId, from: today, until: today })).filter(isMeant)
      return accept(
        here.length > 0 ? here : (await readExpected(pool, { officeId, ...days })).filter(isMeant),
      )
    }
  }
}

async function byText(pool: Pool, text: string): Promise<Result<readonly Expected[]>> {
  const scanned = text.normalize('NFKC').trim()
  const voucher = readVoucher(scanned.split('v=').at(-1) ?? '')
  if (voucher && verifyVoucher(voucher, loadVoucherKeys().published) !== 'genuine')
    return refuse('invalid-input', [{ path: 'text', reason: 'voucher-not-ours' }])
  const code = voucher?.code ?? readAppointmentCode(scanned)
  if (!code) return refuse('invalid-input', [{ path: 'text', reason: 'no-such-code' }])
  const one = await findExpected(pool, code)
  return accept(one ? [one] : [])
}

function candidate(
  one: Expected,
  ticket: DayTicket | undefined,
  at: { readonly officeId: string; readonly now: Date },
): ArrivalCandidate {
  const { id, code, officeId, service, date, startTime, endTime } = one
  const status = statusAtDesk(one, at.now)
  const isOurs = officeId === at.officeId
  const people = isOurs ? one.people.map((person) => masked(one, person, ticket)) : []
  return {
    ...{ id, code, officeId, service, date, startTime, endTime, status },
    people,
    expected: one.people.length,
    ticket: isOurs ? ticket : undefined,
    judgement: judgeArrival({ ...one, status, ticket }, at),
  }
}

function masked({ id }: Expected, person: ExpectedPerson, ticket: DayTicket | undefined) {
  const { role, sealed, agreedAt } = person
  const { name } = openParty(id, role, sealed)
  return { role, name: maskName(name), here: ticket?.here.includes(role) ?? false, agreed: agreedAt !== null }
}

/** Smaller is shown first: today's of this office, then other days of it, then other offices. */
function distance(one: Expected, at: { readonly officeId: string; readonly now: Date }): number {
  const days = Math.abs(Date.parse(one.date) - Date.parse(shanghaiToday(at.now)))
  return days + (one.officeId === at.officeId ? 0 : Number.MAX_SAFE_INTEGER / 2)
}
