import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { type DayTally, valueAt } from '#lib/domain/day-sums.ts'
import { stepsReached } from '#lib/domain/journey-count.ts'
import { numbersLines } from '#lib/domain/numbers-lines.ts'
import { monthPeriod, readPeriod, recentMonths } from '#lib/domain/numbers-period.ts'
import { mayForScope, readNumbersScope } from '#lib/domain/numbers-scope.ts'
import { cellText, countOf, decimalOf, shareOf } from '#lib/domain/numbers-table.ts'
import { listProblems } from '#lib/domain/problem.ts'

const TODAY = calendarDate('2026-03-10')
const CHECKS = { 'both-unmarried': 'yes', 'close-kin': 'no' } as const

describe('a period', () => {
  test('is so many days up to today, or a month as far as it has come', () => {
    expect(readPeriod('7', TODAY)).toMatchObject({ from: '2026-03-04', until: TODAY })
    expect(readPeriod('2026-02', TODAY)).toMatchObject({ from: '2026-02-01', until: '2026-02-28' })
    expect(readPeriod('2026-03', TODAY)).toMatchObject({ from: '2026-03-01', until: TODAY })
    expect(monthPeriod('2025-12', TODAY)).toMatchObject({ from: '2025-12-01', until: '2025-12-31' })
  })

  test.each(['2026-04', '2026-13', '8', '', "'; DROP", undefined])(
    '%s is none: the last 30 days instead',
    (name) => {
      expect(readPeriod(name, TODAY)).toMatchObject({ name: '30', from: '2026-02-09' })
    },
  )

  test('the months before lead over the new year', () => {
    expect(recentMonths(TODAY, 4)).toEqual(['2026-03', '2026-02', '2026-01', '2025-12'])
  })
})

describe('whose numbers somebody may see', () => {
  const city = [{ role: 'city-admin', scope: 'region', scopeId: '610100' }] as const
  const inCity = { id: 'one', regionCode: '610103' }

  test.each([
    ['610100', undefined, true],
    ['610103', undefined, true],
    ['610000', undefined, false],
    ['CN', undefined, false],
    ['510100', undefined, false],
    ['one', inCity, true],
    ['two', { id: 'two', regionCode: '510104' }, false],
    ['unknown', undefined, false],
  ])('a city admin and %s', (at, office, may) => {
    expect(mayForScope(city, 'see-numbers', readNumbersScope(at), office)).toBe(may)
  })

  test('a clerk sees none', () => {
    const clerk = [{ role: 'clerk', scope: 'office', scopeId: 'one' }] as const
    expect(mayForScope(clerk, 'see-numbers', readNumbersScope('one'), inCity)).toBe(false)
  })
})

describe('the steps of a journey', () => {
  const begun = { service: 'MARRIAGE', checks: CHECKS } as const
  const placed = { ...begun, officeId: 'one' }

  test('are counted once each, also when somebody goes back', () => {
    expect(stepsReached({}, { service: 'MARRIAGE' })).toEqual({ steps: ['started'], reached: 'started' })
    expect(stepsReached({ service: 'MARRIAGE', reached: 'started' }, begun).steps).toEqual(['place'])
    const dated = { ...placed, date: TODAY, reached: 'time' } as const
    expect(stepsReached(dated, { ...placed, reached: 'time' })).toEqual({ steps: [], reached: 'time' })
    expect(stepsReached({ ...placed, reached: 'time' }, dated).steps).toEqual([])
  })

  test('that are jumped over by a link count as taken', () => {
    expect(stepsReached({}, placed).steps).toEqual(['started', 'place', 'date'])
  })

  test('begin anew with another service, and end with the appointment', () => {
    const before = { ...placed, reached: 'answers' } as const
    expect(stepsReached(before, { service: 'CEREMONY', reached: 'answers' })).toEqual({
      steps: ['started', 'place'],
      reached: 'place',
    })
    expect(stepsReached(before, { booked: 'K7M2Q9XXXX' })).toEqual({ steps: ['booked'], reached: 'booked' })
  })

  test('lead into the line only once', () => {
    const wish = [{ officeId: 'one', from: TODAY, until: TODAY }]
    expect(stepsReached(placed, { ...placed, waiting: wish }).steps).toEqual(['waiting'])
    expect(
      stepsReached({ ...placed, waiting: wish }, { ...placed, waiting: wish, youDone: true }).steps,
    ).toEqual([])
  })
})

describe('cells and problems', () => {
  test('a share of none is no number', () => {
    const cells = [shareOf(1, 3), shareOf(0, 0), countOf('few'), decimalOf(2.34), decimalOf(null)]
    expect(cells.map(cellText)).toEqual(['33%', '–', '<5', '2.3', '–'])
  })

  test('problems are added up, sorted, and never told by words of people', () => {
    const listed = listProblems(
      [
        { kind: 'ended', code: 'changed-plans', count: 6 },
        { kind: 'ended', code: '我姓王，电话…', count: 2 },
        { kind: 'ended', code: 'by-party', count: 5 },
        { kind: 'low-rating', code: 'DIVORCE_APPLICATION', count: 3 },
        { kind: 'low-rating', code: 'COUNSELLING', count: 1 },
        { kind: 'refused', code: 'slot-full', count: 20 },
      ],
      3,
    )
    expect(listed).toEqual([
      { kind: 'refused', code: 'slot-full', count: 20 },
      { kind: 'ended', code: 'other', count: 7 },
      { kind: 'ended', code: 'changed-plans', count: 6 },
    ])
    expect(listProblems([{ kind: 'low-rating', code: 'DIVORCE_APPLICATION', count: 3 }], 9)).toEqual([
      { kind: 'low-rating', code: 'QUIET', count: 'few' },
    ])
  })
})

describe('what was counted by day', () => {
  test('a share of a spread lies where it lies in the row of all values', () => {
    const values = fc.array(fc.integer({ min: -3, max: 40 }), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(values, fc.constantFrom(0, 0.5, 0.9, 1), (drawn, share) => {
        const row = drawn.toSorted((one, other) => one - other)
        const place = share * (row.length - 1)
        const [lower = 0, upper = 0] = [row[Math.floor(place)], row[Math.ceil(place)]]
        const spread = new Map(row.map((value) => [value, row.filter((one) => one === value).length]))
        expect(valueAt(spread, share)).toBeCloseTo(lower + (upper - lower) * (place % 1), 9)
      }),
    )
    expect(valueAt(new Map(), 0.5)).toBeNull()
  })

  test('adds up by part, by service and for all, and parts without visits have no line', () => {
    const counts = (key: string, service: DayTally['service'], tally: DayTally['tally']): DayTally => ({
      ...{ key, service, kind: 'counts', tally },
    })
    const lines = numbersLines([
      counts('b', '', { places: 9, taken: 4 }),
      counts('a', '', { places: 5 }),
      counts('b', 'MARRIAGE', { made: 3, attended: 2, online: 3, registered: 1, marriageVisits: 2 }),
      counts('b', 'MARRIAGE', { made: 1, online: 1, papersComplete: 2 }),
      { key: 'b', service: 'MARRIAGE', kind: 'checkMinutes', tally: { 4: 2, 9: 1 } },
      { key: 'b', service: '', kind: 'waitMinutes', tally: { 4: 1, 8: 1 } },
    ])
    expect(lines.fill).toEqual([
      { key: 'a', places: 5, taken: 0 },
      { key: 'b', places: 9, taken: 4 },
      { key: '', places: 14, taken: 4 },
    ])
    expect(lines.appointments.map(({ key, made, online }) => [key, made, online])).toEqual([
      ['b', 4, 4],
      ['', 4, 4],
    ])
    expect(lines.services).toMatchObject([
      { service: 'MARRIAGE', made: 4, attended: 2, checked: 3, checkMedian: 4 },
    ])
    expect(lines.waits.at(-1)).toMatchObject({ called: 2, waitMedian: 6, served: 0, handlingMedian: null })
    expect(lines.checks).toEqual([
      { key: 'a', checked: 0, complete: 0, checkMedian: null, checkLong: null },
      { key: 'b', checked: 3, complete: 2, checkMedian: 4, checkLong: 8 },
      { key: '', checked: 3, complete: 2, checkMedian: 4, checkLong: 8 },
    ])
    expect(lines.errands.at(-1)).toMatchObject({ registered: 1, marriageVisits: 2 })
  })
})
