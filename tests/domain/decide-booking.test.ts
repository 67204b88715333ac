import { describe, expect, test } from 'vitest'
import { DEFAULT_POLICY } from '#lib/domain/booking-policy.ts'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { divorceDeadlines } from '#lib/domain/cooling-off.ts'
import { decideBooking, decideSlot, type SlotFacts, type VisitGrounds } from '#lib/domain/decide-booking.ts'
import type { PartyFacts } from '#lib/domain/party.ts'
import { PARTY_TYPES } from '#lib/domain/party-type.ts'
import type { Refusal, RefusalReason } from '#lib/domain/refusal.ts'
import { SERVICE_FACTS, SERVICES } from '#lib/domain/service.ts'
import { calendarOf } from '#tests/support/vectors.ts'

const NOW = new Date('2026-11-22T10:00:00+08:00')

const SLOT: SlotFacts = {
  id: 7,
  officeId: 'anji',
  date: calendarDate('2026-12-01'),
  startTime: '09:00',
  endTime: '09:15',
  services: SERVICES,
  accepts: ['MAINLAND', 'MILITARY'],
  onlineBooking: true,
}
const LIN = party('林一', 'M', '2000-05-20', '110000200005200011')
const SU = party('苏二', 'F', '2001-06-01', '110000200106010022')

describe('a booking that may be made', () => {
  test('puts the one who books first and asks the other until the deadline', () => {
    const decision = decideBooking({ ...wish(), parties: [LIN, SU], by: SU })
    const heldUntil = new Date('2026-11-23T10:00:00+08:00')
    expect(decision).toEqual({ ok: true, value: { parties: [SU, LIN], heldUntil } })
  })

  test('waits no longer than until the cut-off of the day', () => {
    const slot = { ...SLOT, date: calendarDate('2026-11-24') }
    const now = new Date('2026-11-22T20:00:00+08:00')
    const decision = decideBooking({ ...wish(), slot, now })
    expect(decision).toMatchObject({ value: { heldUntil: new Date('2026-11-23T15:00:00+08:00') } })
  })

  test.each(SERVICES.filter((service) => SERVICE_FACTS[service].parties === 1))(
    '%s is for one person and asks nobody else',
    (service) => {
      const decision = decideBooking({ ...wish(), service, parties: [LIN] })
      expect(decision).toEqual({ ok: true, value: { parties: [LIN] } })
    },
  )

  test('age matters for a marriage alone', () => {
    const young = { ...LIN, birthDate: calendarDate('2010-01-01') }
    expect(decideBooking({ ...wish(), service: 'CEREMONY', parties: [young, SU], by: young }).ok).toBe(true)
  })

  test('knows the one who books by the document, however its number was typed', () => {
    const by = { ...LIN, documentNumber: ' 110000 2000-0520-0011 ' }
    expect(decideBooking({ ...wish(), by }).ok).toBe(true)
  })
})

describe('a visit for the certificate', () => {
  const CALENDAR = calendarOf(['CN-2026'])
  const grounds: VisitGrounds = {
    facts: {
      status: 'open',
      officeId: 'anji',
      // Accepted on 9 November 2026: window from 10 December to 8 January.
      deadlines: divorceDeadlines(CALENDAR, calendarDate('2026-11-09')),
    },
    calendar: CALENDAR,
    people: [SU, LIN],
  }
  const visit = { ...wish(), service: 'DIVORCE_CERTIFICATE', grounds } as const
  const on = (day: string, change: Partial<SlotFacts> = {}) => ({
    ...visit,
    slot: { ...SLOT, date: calendarDate(day), ...change },
  })

  test('waits for no release, and for no competence that the accepting office has judged already', () => {
    expect(decideBooking(on('2027-01-08', { accepts: [] }))).toMatchObject({ ok: true })
    expect(decideBooking({ ...on('2027-01-08'), service: 'MARRIAGE', grounds: undefined })).toMatchObject({
      reason: 'not-released',
    })
  })

  test.each<[string, object, RefusalReason, string?]>([
    ['before the window', on('2026-12-09'), 'outside-legal-window', 'cooling-off-not-ended'],
    ['on a rest day', on('2026-12-12'), 'outside-legal-window', 'rest-day'],
    ['after the window', on('2027-01-11'), 'outside-legal-window', 'window-over'],
    ['elsewhere', on('2026-12-10', { officeId: 'other' }), 'wrong-office', 'other-than-accepting'],
    ['in a lane that does not serve it', on('2026-12-10', { services: ['MARRIAGE'] }), 'invalid-input'],
    ['after the cut-off', { ...on('2026-12-10'), now: new Date('2026-12-09T15:00:00+08:00') }, 'too-late'],
    [
      'with somebody else',
      { ...on('2026-12-10'), grounds: { ...grounds, people: [LIN] } },
      'not-allowed',
      'other-than-case',
    ],
  ])('is refused %s', (_, change, reason, detail) => {
    const refused = decideBooking({ ...visit, ...change })
    expect(refused).toMatchObject({ ok: false, reason, ...(detail ? { errors: [{ reason: detail }] } : {}) })
  })
})

describe('a booking that is refused', () => {
  test.each<[string, Partial<Parameters<typeof decideBooking>[0]>, RefusalReason, string?]>([
    ['there is no such slot', { slot: undefined }, 'not-found', 'unknown-slot'],
    [
      'a second visit without an accepted case',
      { service: 'DIVORCE_CERTIFICATE' },
      'outside-legal-window',
      'no-accepted-case',
    ],
    [
      'the windows of this slot do not serve it',
      { slot: { ...SLOT, services: ['COUNSELLING'] } },
      'invalid-input',
      'slot-of-other-service',
    ],
    [
      'the office takes no bookings online',
      { slot: { ...SLOT, onlineBooking: false } },
      'slot-closed',
      'no-online-booking',
    ],
    ['the day is today', { slot: { ...SLOT, date: calendarDate('2026-11-22') } }, 'too-late'],
    ['the day is not on offer yet', { slot: { ...SLOT, date: calendarDate('2026-12-23') } }, 'not-released'],
    ['only one of two is named', { parties: [LIN] }, 'invalid-input', 'two-parties-needed'],
    ['nobody is named', { parties: [] }, 'invalid-input', 'two-parties-needed'],
    ['two are named where one comes', { service: 'COUNSELLING' }, 'invalid-input', 'one-party-only'],
    ['a person with himself', { parties: [LIN, LIN] }, 'invalid-input', 'same-person'],
    ['nobody has proved who books', { by: undefined }, 'not-allowed', 'not-one-of-the-parties'],
    [
      'somebody books for two others',
      { by: { ...LIN, documentNumber: '110000199001010019' } },
      'not-allowed',
      'not-one-of-the-parties',
    ],
    [
      'the same number on another document',
      { by: { ...LIN, documentType: 'PASSPORT' } },
      'not-allowed',
      'not-one-of-the-parties',
    ],
    [
      'the office has no authority for one of them',
      { parties: [LIN, { ...SU, partyType: 'TAIWAN' }] },
      'office-not-competent',
      'office-not-authorised',
    ],
    ['two of one sex', { parties: [LIN, { ...SU, sex: 'M' }] }, 'not-eligible', 'same-sex'],
    [
      'two from outside the mainland',
      {
        slot: { ...SLOT, accepts: PARTY_TYPES },
        parties: [
          { ...LIN, partyType: 'FOREIGN' },
          { ...SU, partyType: 'TAIWAN' },
        ],
      },
      'not-eligible',
      'no-mainland-party',
    ],
  ])('because %s', (_, change, reason, detail) => {
    const decision = decideBooking({ ...wish(), ...change }) as Refusal
    expect(decision).toMatchObject({ ok: false, reason })
    expect(decision.errors?.map((error) => error.reason)).toEqual(detail && [detail])
  })

  test('because one of them is too young on the day itself, saying from which day on it will be right', () => {
    const young = { ...LIN, birthDate: calendarDate('2004-12-02') }
    expect(decideBooking({ ...wish(), parties: [young, SU], by: young })).toEqual({
      ok: false,
      reason: 'not-eligible',
      errors: [{ path: 'parties', reason: 'male-under-22', earliestOn: '2026-12-02' }],
    })
  })

  test('because the partner could no longer agree before the cut-off', () => {
    const policy = { ...DEFAULT_POLICY, minLeadDays: 2 }
    const now = new Date('2026-11-29T15:00:00+08:00')
    expect(decideBooking({ ...wish(), policy, now })).toMatchObject({ ok: false, reason: 'too-late' })
  })

  test('for the slot before the people: whoever asks, a closed door is told first', () => {
    const slot = { ...SLOT, onlineBooking: false }
    expect(decideBooking({ ...wish(), slot, parties: [], by: undefined })).toEqual(
      decideSlot('MARRIAGE', slot, DEFAULT_POLICY, NOW),
    )
  })
})

function wish(): Parameters<typeof decideBooking>[0] {
  return { service: 'MARRIAGE', slot: SLOT, policy: DEFAULT_POLICY, parties: [LIN, SU], by: LIN, now: NOW }
}

function party(name: string, sex: 'M' | 'F', birthDate: string, documentNumber: string): PartyFacts {
  return {
    name,
    sex,
    birthDate: calendarDate(birthDate),
    documentType: 'RESIDENT_ID',
    documentNumber,
    phone: '13800000001',
    partyType: 'MAINLAND',
  }
}
