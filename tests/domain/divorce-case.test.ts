import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Calendar } from '#lib/domain/calendar.ts'
import { addDays, calendarDate } from '#lib/domain/calendar-date.ts'
import { divorceDeadlines, USUAL_READING } from '#lib/domain/cooling-off.ts'
import {
  actsOn,
  CASE_ACTS,
  CASE_STATUSES,
  type CaseFacts,
  caseDates,
  decideCaseAct,
  type PrintedDates,
  refuseAcceptance,
  refuseCertVisit,
} from '#lib/domain/divorce-case.ts'
import { calendarOf, casesOf } from '#tests/support/vectors.ts'

const CALENDAR = calendarOf(['CN-2026'])
// Received on 1 September 2026: cooling-off until 8 October, window from 9 October to 9 November.
const OPEN: CaseFacts = {
  status: 'open',
  officeId: 'here',
  deadlines: divorceDeadlines(CALENDAR, calendarDate('2026-09-01')),
}
const on = (day: string) => ({ day: calendarDate(day), calendar: CALENDAR })

describe('a divorce case', () => {
  test.each([
    ['2026-09-01', ['withdraw']],
    ['2026-10-08', ['withdraw']],
    ['2026-10-09', ['issue']],
    ['2026-10-17', []],
    ['2026-11-09', ['issue']],
    ['2026-11-10', []],
  ])('on %s its people may: %j', (day, acts) => {
    expect(actsOn(OPEN, on(day))).toEqual(acts)
  })

  test.each([
    ['withdraw', '2026-10-09', { reason: 'cooling-off-over', article: '1077(1)' }],
    [
      'issue',
      '2026-10-08',
      { reason: 'cooling-off-not-ended', article: '1077(2)', earliestOn: '2026-10-09' },
    ],
    ['issue', '2026-10-17', { reason: 'rest-day', article: '203(2)' }],
    ['issue', '2026-11-10', { reason: 'window-over', article: '1077(2)' }],
    ['lapse', '2026-11-09', { reason: 'window-not-over', article: '1077(2)' }],
  ] as const)('%s on %s is refused with the reason and the article', (act, day, why) => {
    const refused = { ok: false, reason: 'outside-legal-window', errors: [{ path: 'on', ...why }] }
    expect(decideCaseAct(OPEN, act, on(day))).toEqual(refused)
  })

  test('what is closed stays closed, whatever the day', () => {
    const closed = CASE_STATUSES.filter((status) => status !== 'open')
    for (const status of closed)
      for (const act of CASE_ACTS)
        for (const day of ['2026-09-02', '2026-10-12', '2026-12-01'])
          expect(decideCaseAct({ ...OPEN, status }, act, on(day))).toMatchObject({
            ok: false,
            errors: [{ reason: `case-${status}` }],
          })
  })

  test('on every day exactly one way is open, or none on a rest day in the window', () => {
    fc.assert(
      fc.property(fc.nat(100), (count) => {
        const day = addDays(calendarDate('2026-09-01'), count)
        const possible = CASE_ACTS.filter((act) => decideCaseAct(OPEN, act, { day, calendar: CALENDAR }).ok)
        expect(possible.length).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('dates printed on the receipt win; what cannot be such a period was misread', () => {
    const accepted = calendarDate('2026-09-01')
    const read = (printed: PrintedDates) => caseDates(CALENDAR, accepted, USUAL_READING, printed)
    expect(read({})).toMatchObject({ value: OPEN.deadlines })
    expect(read({ coolingOffEnd: calendarDate('2026-10-01') })).toMatchObject({
      value: {
        coolingOffEnd: '2026-10-01',
        certWindowStart: '2026-10-02',
        firstServiceDay: '2026-10-08',
        certWindowEnd: '2026-11-02',
      },
    })
    expect(read({ certWindowEnd: calendarDate('2026-11-10') })).toMatchObject({
      value: { coolingOffEnd: '2026-10-08', certWindowEnd: '2026-11-10' },
    })
    for (const [path, day] of [
      ['coolingOffEnd', '2026-09-30'],
      ['coolingOffEnd', '2027-10-08'],
      ['certWindowEnd', '2026-10-30'],
    ] as const)
      expect(read({ [path]: calendarDate(day) })).toMatchObject({
        ok: false,
        errors: [{ path, reason: 'not-such-a-period', article: '1077' }],
      })
  })

  test('a receipt from the future or from before the rule is none', () => {
    const today = calendarDate('2026-11-22')
    expect(refuseAcceptance(calendarDate('2026-11-22'), today)).toBeUndefined()
    expect(refuseAcceptance(calendarDate('2021-01-01'), today)).toBeUndefined()
    expect(refuseAcceptance(calendarDate('2026-11-23'), today)).toMatchObject({
      errors: [{ reason: 'in-future' }],
    })
    expect(refuseAcceptance(calendarDate('2020-12-31'), today)).toMatchObject({
      errors: [{ reason: 'before-the-rule', article: '1077' }],
    })
  })
})

describe('the visit for the certificate', () => {
  const OURS: Readonly<Record<string, string>> = {
    COOLING_OFF_NOT_ENDED: 'cooling-off-not-ended',
    OFFICE_MISMATCH: 'other-than-accepting',
  }

  test.each(
    casesOf<
      {
        applicationDate: string
        calendars: readonly string[]
        applicationOffice: string
        slotOffice: string
        slotDate: string
      },
      { ok: boolean; reason: string | null }
    >('divorce_cert_booking'),
  )('$id: $title', ({ input, expected }) => {
    const calendar = calendarOf(input.calendars)
    const deadlines = divorceDeadlines(calendar, calendarDate(input.applicationDate))
    const slot = { officeId: input.slotOffice, date: calendarDate(input.slotDate) }
    const refusal = refuseCertVisit(
      { status: 'open', officeId: input.applicationOffice, deadlines },
      slot,
      calendar,
    )
    expect(refusal === undefined).toBe(expected.ok)
    const ours = OURS[expected.reason ?? '']
    if (ours) expect(refusal?.errors?.[0]?.reason).toBe(ours)
  })

  test('is refused for a closed case before anything else is looked at', () => {
    const slot = { officeId: 'elsewhere', date: calendarDate('2026-10-12') }
    expect(refuseCertVisit({ ...OPEN, status: 'withdrawn' }, slot, CALENDAR)).toMatchObject({
      errors: [{ reason: 'case-withdrawn' }],
    })
  })
})

test('a Saturday that the office offers is a day for the certificate, inside the window alone, and moves no date', () => {
  // Worked example 10: the window opens on Saturday, 14 November 2026, and ends on Monday, 14 December.
  const accepted = calendarDate('2026-10-14')
  const serviceDays = new Set(['2026-11-07', '2026-11-14', '2026-12-12', '2026-12-19'].map(calendarDate))
  const office = { ...CALENDAR, serviceDays }
  const deadlines = divorceDeadlines(office, accepted)
  expect(deadlines).toEqual(divorceDeadlines(CALENDAR, accepted))
  expect(deadlines).toMatchObject({ firstServiceDay: '2026-11-16', certWindowEnd: '2026-12-14' })
  const facts = { ...OPEN, deadlines }
  const visit = (date: string, calendar: Calendar) =>
    refuseCertVisit(facts, { officeId: facts.officeId, date: calendarDate(date) }, calendar)?.errors?.[0]
      ?.reason
  expect(visit('2026-11-14', CALENDAR)).toBe('rest-day')
  expect(visit('2026-11-14', office)).toBeUndefined()
  expect(visit('2026-12-12', office)).toBeUndefined()
  expect(visit('2026-11-15', office)).toBe('rest-day')
  expect(visit('2026-11-07', office)).toBe('cooling-off-not-ended')
  expect(visit('2026-12-19', office)).toBe('window-over')
  expect(decideCaseAct(facts, 'issue', { day: calendarDate('2026-11-14'), calendar: office })).toEqual({
    ok: true,
    value: 'issued',
  })
})

test('what is printed on the paper is certain; what follows from it may still wait for a notice', () => {
  const calendar = calendarOf(['CN-2026', 'CN-2027-PROVISIONAL'])
  const read = (printed: PrintedDates) =>
    caseDates(calendar, calendarDate('2026-11-02'), USUAL_READING, printed)
  expect(read({})).toMatchObject({ value: { certWindowEnd: '2027-01-04', provisional: true } })
  expect(read({ certWindowEnd: calendarDate('2027-01-04') })).toMatchObject({ value: { provisional: false } })
  const earlier = caseDates(calendar, calendarDate('2026-10-26'), USUAL_READING)
  expect(earlier).toMatchObject({ value: { certWindowEnd: '2026-12-25', provisional: false } })
  const later = { coolingOffEnd: calendarDate('2026-12-02') }
  expect(caseDates(calendar, calendarDate('2026-10-26'), USUAL_READING, later)).toMatchObject({
    value: { certWindowEnd: '2027-01-04', provisional: true },
  })
})
