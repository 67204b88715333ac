import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, calendarDate } from '#lib/domain/calendar-date.ts'
import { coverHours, type NeedSpan, planWindows } from '#lib/domain/cover.ts'
import { copyShifts, isAcross, readAbsence, readShifts, type ShiftTime, weekOf } from '#lib/domain/roster.ts'

const MONDAY = calendarDate('2026-11-23')
const none = { holidays: new Set<never>(), makeupWorkdays: new Set<never>(), officialYears: new Set([2026]) }

function shift(staffId: string, startTime: string, endTime: string, laneId?: string): ShiftTime {
  return { staffId, date: MONDAY, startTime, endTime, laneId, window: undefined }
}

function need(laneId: string, startTime: string, endTime: string, windows: number): NeedSpan {
  return { laneId, date: MONDAY, startTime, endTime, windows }
}

describe('people for the windows', () => {
  const needs = [need('m', '09:00', '10:00', 2), need('d', '09:00', '10:00', 1)]
  const coverOf = (...shifts: ShiftTime[]) => coverHours(needs, shifts)[0]

  test('who has a lane counts there only, who has none fills in where somebody is missing', () => {
    expect(coverOf()).toMatchObject({ hour: 9, windows: 3, short: 3 })
    const atMarriages = ['a', 'b', 'c'].map((id) => shift(id, '09:00', '12:00', 'm'))
    expect(coverOf(...atMarriages)).toMatchObject({ people: 3, short: 1 })
    expect(coverOf(shift('a', '09:00', '12:00', 'm'), shift('b', '09:00', '12:00'))).toMatchObject({
      short: 1,
    })
    expect(
      coverOf(shift('a', '09:00', '12:00', 'm'), shift('b', '09:00', '12:00'), shift('c', '08:00', '10:00')),
    ).toMatchObject({ short: 0 })
  })

  test('an hour is as good as its worst moment', () => {
    const late = ['a', 'b', 'c'].map((id) => shift(id, '09:00', id === 'c' ? '09:40' : '10:00'))
    expect(coverOf(...late)).toMatchObject({ people: 2, short: 1 })
  })

  test('nobody is needed while nothing is open', () => {
    const gap = [need('m', '09:00', '09:30', 1), need('m', '11:00', '11:30', 1)]
    expect(coverHours(gap, [shift('a', '09:00', '09:30')])).toMatchObject([
      { hour: 9, short: 0 },
      { hour: 11, short: 1 },
    ])
  })

  test('one more person never makes it worse, and no more are missing than there are windows', () => {
    const time = fc.integer({ min: 8, max: 17 }).map((hour) => `${String(hour).padStart(2, '0')}:00`)
    const shifts = fc.array(
      fc
        .record({ from: time, until: time, lane: fc.constantFrom('m', 'd', undefined) })
        .filter(({ from, until }) => from < until),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(shifts, (typed) => {
        const people = typed.map(({ from, until, lane }, index) => shift(String(index), from, until, lane))
        const all = coverHours(needs, people)
        const fewer = coverHours(needs, people.slice(1))
        all.forEach((hour, index) => {
          expect(hour.short).toBeLessThanOrEqual(fewer[index]?.short ?? 0)
          expect(hour.short).toBeLessThanOrEqual(hour.windows)
        })
      }),
    )
  })

  test('windows kept for those without a time, and a day on which nothing new is booked, need people too', () => {
    const hours = { opens: '09:00', closes: '10:00', windows: 2, publicPercent: 50, walkInPercent: 50 }
    const rule = { ...hours, weekdays: [1], worksOnRestDay: false, validFrom: addDays(MONDAY, -30) }
    const lane = { id: 'm', slotMinutes: 30, rules: [rule] }
    const stopped = { from: MONDAY, until: MONDAY, kind: 'stopped' as const }
    const spans = planWindows({ ...lane, closures: [stopped] }, none, MONDAY)
    expect(spans.map(({ windows }) => windows)).toEqual([2, 2])
    expect(planWindows({ ...lane, closures: [{ from: MONDAY, until: MONDAY }] }, none, MONDAY)).toEqual([])
  })
})

describe('what is typed for the roster', () => {
  const input = {
    staffId: 'a',
    days: ['2026-11-25', MONDAY, MONDAY],
    startTime: '09:00',
    endTime: '12:00',
    laneId: '',
    window: '3',
  }

  test('is one time for each day, once', () => {
    const read = readShifts({ ...input, days: ['2026-11-25', MONDAY] }, MONDAY)
    expect(read.ok && read.value.map(({ date }) => date)).toEqual([MONDAY, '2026-11-25'])
    expect(read.ok && read.value[0]).toMatchObject({ laneId: undefined, window: '3' })
  })

  test.each([
    [{ days: [] }, 'days', 'required'],
    [{ days: ['2026-11-20'] }, 'days', 'day-is-over'],
    [{ days: ['2028-11-20'] }, 'days', 'too-far-off'],
    [{ startTime: '9' }, 'startTime', 'clock-time'],
    [{ endTime: '' }, 'endTime', 'required'],
    [{ endTime: '09:00' }, 'endTime', 'ends-before-it-begins'],
    [{ staffId: '' }, 'staffId', 'required'],
  ])('is told what is wrong: %j', (change, path, reason) => {
    const read = readShifts({ ...input, days: [MONDAY], ...change }, MONDAY)
    expect(read).toMatchObject({ ok: false, errors: [{ path, reason }] })
  })

  test('an absence is one day when no last one is told, and does not run backwards', () => {
    const read = (from: string, until: string) => readAbsence({ staffId: 'a', from, until }, MONDAY)
    expect(read(MONDAY, '')).toMatchObject({ ok: true, value: { from: MONDAY, until: MONDAY } })
    expect(read(MONDAY, '2026-11-22')).toMatchObject({ errors: [{ path: 'until' }] })
    expect(read('', '')).toMatchObject({ ok: false })
  })

  test('last week is copied without who is away, what stands there already, and days that are over', () => {
    const before = ['a', 'b', 'c'].map((id) => ({
      ...shift(id, '09:00', '12:00'),
      date: addDays(MONDAY, -7),
    }))
    const early = { ...shift('a', '09:00', '12:00'), date: addDays(MONDAY, -8) }
    const copied = copyShifts([...before, early], {
      daysLater: 7,
      standing: [shift('b', '11:00', '13:00')],
      absences: [{ staffId: 'c', from: MONDAY, until: MONDAY }],
      today: MONDAY,
    })
    expect(copied).toEqual([shift('a', '09:00', '12:00')])
    expect(isAcross(shift('a', '09:00', '10:00'), shift('a', '10:00', '11:00'))).toBe(false)
    expect(weekOf(calendarDate('2026-11-29'))).toHaveLength(7)
    expect(weekOf(calendarDate('2026-11-29'))[0]).toBe(MONDAY)
  })
})
