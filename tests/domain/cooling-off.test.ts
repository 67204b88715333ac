import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Calendar, firstWorkdayFrom, isRestDay } from '#lib/domain/calendar.ts'
import { addDays, type CalendarDate, calendarDate } from '#lib/domain/calendar-date.ts'
import {
  canIssueCertificate,
  divorceDeadlines,
  divorceStageOn,
  safeDays,
  USUAL_READING,
} from '#lib/domain/cooling-off.ts'
import { dayOfYearsArbitrary } from '#tests/support/day-arbitrary.ts'
import { calendarOf, casesOf } from '#tests/support/vectors.ts'

interface Applied {
  readonly applicationDate: string
  readonly calendars: readonly string[]
}

const CALENDAR = calendarOf(['CN-2026', 'CN-2027-PROVISIONAL'])

describe('the two thirty-day periods of a divorce', () => {
  test.each(casesOf<Applied>('cooling_off'))('$id: $title', ({ input, expected }) => {
    const deadlines = divorceDeadlines(calendarOf(input.calendars), calendarDate(input.applicationDate))
    expect(deadlines).toMatchObject(expected as object)
  })

  // The table of worked examples, computed by two independent programs from the 2026 notice of the State Council.
  test.each([
    ['2026-01-15', '2026-02-14', '2026-02-15', '2026-02-24', '2026-03-16'],
    ['2026-01-16', '2026-02-24', '2026-02-25', '2026-02-25', '2026-03-26'],
    ['2026-03-05', '2026-04-07', '2026-04-08', '2026-04-08', '2026-05-07'],
    ['2026-04-02', '2026-05-06', '2026-05-07', '2026-05-07', '2026-06-05'],
    ['2026-08-03', '2026-09-02', '2026-09-03', '2026-09-03', '2026-10-08'],
    ['2026-08-21', '2026-09-20', '2026-09-21', '2026-09-21', '2026-10-20'],
    ['2026-08-31', '2026-09-30', '2026-10-01', '2026-10-08', '2026-10-30'],
    ['2026-09-01', '2026-10-08', '2026-10-09', '2026-10-09', '2026-11-09'],
    ['2026-09-10', '2026-10-10', '2026-10-11', '2026-10-12', '2026-11-09'],
    ['2026-10-14', '2026-11-13', '2026-11-14', '2026-11-16', '2026-12-14'],
    ['2026-11-06', '2026-12-07', '2026-12-08', '2026-12-08', '2027-01-06'],
    ['2026-11-23', '2026-12-23', '2026-12-24', '2026-12-24', '2027-01-22'],
    ['2026-12-02', '2027-01-04', '2027-01-05', '2027-01-05', '2027-02-03'],
  ])('received on %s: cooling-off until %s, window from %s, first served %s, window until %s', (...days) => {
    const [acceptedOn, coolingOffEnd, certWindowStart, firstServiceDay, certWindowEnd] =
      days.map(calendarDate)
    if (!acceptedOn) throw new Error('each row starts with the day of the receipt')
    const told = divorceDeadlines(CALENDAR, acceptedOn)
    expect(told).toMatchObject({ acceptedOn, coolingOffEnd, certWindowStart, firstServiceDay, certWindowEnd })
  })

  test('read the other way, the end of the first period stays on its rest day', () => {
    const told = divorceDeadlines(CALENDAR, calendarDate('2026-09-01'), {
      ...USUAL_READING,
      shiftFirstPeriod: false,
    })
    expect(told).toMatchObject({
      coolingOffEnd: '2026-10-01',
      certWindowStart: '2026-10-02',
      firstServiceDay: '2026-10-08',
      certWindowEnd: '2026-11-02',
    })
  })

  test('where weekends are read as no rest days, only announced holidays move an end', () => {
    const reading = { ...USUAL_READING, weekendIsRestDay: false }
    expect(divorceDeadlines(CALENDAR, calendarDate('2026-11-06'), reading)).toMatchObject({
      coolingOffEnd: '2026-12-06',
      certWindowStart: '2026-12-07',
      certWindowEnd: '2027-01-05',
    })
    expect(divorceDeadlines(CALENDAR, calendarDate('2026-09-01'), reading).coolingOffEnd).toBe('2026-10-08')
  })

  test('the safe days are inside the window under every reading, and the office is open on both ends', () => {
    fc.assert(
      fc.property(receivedOn(), calendarArbitrary(), (day, calendar) => {
        const { from, until } = safeDays(calendar, day)
        for (const shiftFirstPeriod of [true, false]) {
          const told = divorceDeadlines(calendar, day, { ...USUAL_READING, shiftFirstPeriod })
          for (const safe of from <= until ? [from, until] : [])
            expect(canIssueCertificate(calendar, told, safe)).toBe(true)
        }
      }),
    )
    expect(safeDays(CALENDAR, calendarDate('2026-09-01'))).toEqual({
      from: '2026-10-09',
      until: '2026-10-30',
    })
  })

  test('a later receipt never ends a period earlier', () => {
    fc.assert(
      fc.property(
        receivedOn(),
        fc.integer({ min: 1, max: 40 }),
        calendarArbitrary(),
        (day, later, calendar) => {
          const before = divorceDeadlines(calendar, day)
          const after = divorceDeadlines(calendar, addDays(day, later))
          expect(after.coolingOffEnd >= before.coolingOffEnd).toBe(true)
          expect(after.certWindowEnd >= before.certWindowEnd).toBe(true)
        },
      ),
    )
  })

  test('no period ends on a rest day, and none is shorter than thirty days', () => {
    fc.assert(
      fc.property(receivedOn(), calendarArbitrary(), (day, calendar) => {
        const told = divorceDeadlines(calendar, day)
        expect(isRestDay(calendar, told.coolingOffEnd)).toBe(false)
        expect(isRestDay(calendar, told.certWindowEnd)).toBe(false)
        expect(told.coolingOffEnd >= addDays(day, 30)).toBe(true)
        expect(told.certWindowEnd >= addDays(told.coolingOffEnd, 30)).toBe(true)
      }),
    )
  })

  test('the window starts on the very next day, rest day or not; only the service waits for a workday', () => {
    fc.assert(
      fc.property(receivedOn(), calendarArbitrary(), (day, calendar) => {
        const told = divorceDeadlines(calendar, day)
        expect(told.certWindowStart).toBe(addDays(told.coolingOffEnd, 1))
        expect(told.firstServiceDay).toBe(firstWorkdayFrom(calendar, told.certWindowStart))
      }),
    )
  })

  test('the second period counts from the moved end of the first', () => {
    fc.assert(
      fc.property(receivedOn(), calendarArbitrary(), (day, calendar) => {
        const { coolingOffEnd, certWindowEnd } = divorceDeadlines(calendar, day)
        expect(certWindowEnd).toBe(firstWorkdayFrom(calendar, addDays(coolingOffEnd, 30)))
      }),
    )
  })

  test('each step of the explanation says its day, its article and why it moved', () => {
    const { explanation } = divorceDeadlines(CALENDAR, calendarDate('2026-09-01'))
    expect(explanation).toEqual([
      { date: '2026-09-01', rule: 'accepted', article: '201' },
      {
        date: '2026-10-08',
        rule: 'cooling-off-end',
        article: '1077(1), 203(1)',
        movedBecause: { from: '2026-10-01', reason: 'rest-day' },
      },
      { date: '2026-10-09', rule: 'cert-window-start', article: '1077(2)' },
      { date: '2026-10-09', rule: 'first-service-day', article: '203(2)' },
      {
        date: '2026-11-09',
        rule: 'cert-window-end',
        article: '1077(2), 203(1)',
        movedBecause: { from: '2026-11-07', reason: 'rest-day' },
      },
    ])
  })

  test('a day in a year without a notice makes the answer provisional', () => {
    expect(divorceDeadlines(CALENDAR, calendarDate('2026-09-01')).provisional).toBe(false)
    expect(divorceDeadlines(CALENDAR, calendarDate('2026-11-23')).provisional).toBe(true)
  })
})

describe('where an application stands on a day', () => {
  test.each(
    casesOf<Applied & { on: string }, { stage: string; canWithdraw: boolean; canIssueCertificate: boolean }>(
      'divorce_stage',
    ),
  )('$id: $title', ({ input, expected }) => {
    const calendar = calendarOf(input.calendars)
    const deadlines = divorceDeadlines(calendar, calendarDate(input.applicationDate))
    const on = calendarDate(input.on)
    const stage = divorceStageOn(deadlines, on)
    expect(stage.toUpperCase().replaceAll('-', '_')).toBe(expected.stage)
    expect(stage === 'cooling-off').toBe(expected.canWithdraw)
    expect(canIssueCertificate(calendar, deadlines, on)).toBe(expected.canIssueCertificate)
  })

  test('it passes through the three stages once and in order', () => {
    fc.assert(
      fc.property(receivedOn(), calendarArbitrary(), (day, calendar) => {
        const deadlines = divorceDeadlines(calendar, day)
        const stages = Array.from({ length: 90 }, (_, count) =>
          divorceStageOn(deadlines, addDays(day, count)),
        )
        const order = ['cooling-off', 'cert-window', 'deemed-withdrawn']
        const places = stages.map((stage) => order.indexOf(stage))
        expect(places).toEqual([...places].sort())
        expect(new Set(stages).size).toBe(3)
      }),
    )
  })
})

function receivedOn(): fc.Arbitrary<CalendarDate> {
  return dayOfYearsArbitrary(2026, 2027)
}

/** Any year's holidays and weekends worked in exchange, also stranger ones than a government would announce. */
function calendarArbitrary(): fc.Arbitrary<Calendar> {
  const days = fc.uniqueArray(dayOfYearsArbitrary(2026, 2027), { maxLength: 60 })
  return fc.tuple(days, days).map(([holidays, worked]) => ({
    holidays: new Set(holidays),
    makeupWorkdays: new Set(worked.filter((day) => !holidays.includes(day))),
    officialYears: new Set([2026]),
  }))
}
