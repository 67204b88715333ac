import { describe, expect, test } from 'vitest'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { refuseVisitDay } from '#lib/domain/home-visit.ts'
import { planSlots } from '#lib/domain/slot-plan.ts'
import { readPosition } from '#lib/domain/stop.ts'

const TUESDAY = calendarDate('2026-12-01')
const calendar = {
  holidays: new Set<never>(),
  makeupWorkdays: new Set<never>(),
  officialYears: new Set([2026]),
}
const rule = {
  weekdays: [1, 2, 3, 4, 5],
  opens: '08:00',
  closes: '18:00',
  windows: 2,
  publicPercent: 50,
  worksOnRestDay: false,
  validFrom: calendarDate('2026-01-01'),
}

function startsWith(stops: Parameters<typeof planSlots>[0]['stops'], date = TUESDAY) {
  const lane = { slotMinutes: 30, rules: [rule], closures: [], stops: stops ?? null }
  return planSlots(lane, calendar, date).map(({ startTime }) => startTime)
}

describe('the slots of an office that goes about', () => {
  test('stand only while it stands somewhere, from the moment it gets there', () => {
    const stop = { date: TUESDAY, opens: '09:40', closes: '11:00' }
    expect(startsWith([stop])).toEqual(['09:40', '10:10'])
    expect(startsWith([stop, { date: TUESDAY, opens: '17:00', closes: '20:00' }])).toEqual([
      '09:40',
      '10:10',
      '17:00',
      '17:30',
    ])
  })

  test('are none on a day without a stop, and none on a rest day that nobody works', () => {
    const saturday = calendarDate('2026-12-05')
    expect(startsWith([])).toEqual([])
    expect(startsWith([{ date: saturday, opens: '09:00', closes: '12:00' }])).toEqual([])
    expect(startsWith([{ date: saturday, opens: '09:00', closes: '12:00' }], saturday)).toEqual([])
  })

  test('are those of its rule where it stays where it is', () => {
    expect(startsWith(null)).toHaveLength(20)
  })
})

describe('a place copied from a map', () => {
  test.each([
    '107.0325, 33.1518',
    '33.1518,107.0325',
    '１０７．０３２５，３３．１５１８',
    '33.1518 107.0325',
  ])('is read in either order: %s', (typed) =>
    expect(readPosition(typed)).toEqual({ lat: 33.1518, lng: 107.0325 }),
  )

  test.each(['', '107.03', '7, 300', '-33.1, 107.0', '33.1, 34.2', '1, 2, 3'])('is not: %s', (typed) =>
    expect(readPosition(typed)).toBeUndefined(),
  )
})

test.each([
  [{ isRestDay: false, isServed: false, isConfirmed: false }, undefined],
  [{ isRestDay: true, isServed: false, isConfirmed: true }, 'rest-day'],
  [{ isRestDay: true, isServed: true, isConfirmed: false }, 'service-day-meant'],
  [{ isRestDay: true, isServed: true, isConfirmed: true }, undefined],
])('a visit at home on %o', (day, reason) => expect(refuseVisitDay(day)).toBe(reason))
