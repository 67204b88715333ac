import { describe, expect, test } from 'vitest'
import { addDays, calendarDate } from '#lib/domain/calendar-date.ts'
import { remarksOn } from '#lib/domain/day-review.ts'
import { adviseOverbooking } from '#lib/domain/half-day-advice.ts'
import { adviseHour, handlingOf } from '#lib/domain/hour-advice.ts'
import { rateOfBooking, tabulateMisses } from '#lib/domain/miss-table.ts'
import { specialDayOf, specialFactor } from '#lib/domain/special-day.ts'
import { forecastHours } from '#lib/domain/week-forecast.ts'
import { isSeventhEvening } from '#lib/format/seventh-evening.ts'

const MONDAY = calendarDate('2026-11-23')

describe('how long visits take', () => {
  test('over services that come mixed, and as planned while little is measured', () => {
    const measured = [
      { visits: 30, mean: 10, variance: 4 },
      { visits: 10, mean: 30, variance: 0 },
    ]
    const { minutes, variation, visits } = handlingOf(measured, 15)
    expect([minutes, visits]).toEqual([15, 40])
    expect(variation).toBeCloseTo((0.75 * (4 + 100) + 0.25 * 900 - 225) / 225, 10)
    expect(handlingOf([{ visits: 3, mean: 99, variance: 0 }], 15)).toEqual({
      minutes: 15,
      variation: undefined,
      visits: 0,
    })
  })
})

describe('what to expect of an hour', () => {
  const misses = tabulateMisses([
    { service: 'MARRIAGE', lead: 0, booked: 970, missed: 0 },
    { service: 'MARRIAGE', lead: 3, booked: 970, missed: 485 },
  ])
  const known = {
    days: [MONDAY],
    windows: [{ date: MONDAY, hour: 9, windows: 3, people: 2, short: 1 }],
    came: [
      { date: addDays(MONDAY, -7), hour: 9, came: 8 },
      { date: addDays(MONDAY, -14), hour: 10, came: 4 },
    ],
    booked: [],
    misses,
    specials: new Map(),
  }

  test('a past day on which the hour was empty counts as empty', () => {
    const [nine] = forecastHours(known)
    expect(nine?.forecast?.days).toBe(2)
    expect(nine?.forecast?.expected).toBeLessThan(8)
    expect(nine).toMatchObject({ planned: 3, rostered: 2 })
  })

  test('those who are booked count where they are more, less those who will stay away; all of them on a special day', () => {
    const booked = [{ date: MONDAY, hour: 9, service: 'MARRIAGE' as const, lead: 3, booked: 20 }]
    const [nine] = forecastHours({ ...known, booked })
    expect(nine?.bookedComing).toBeCloseTo(20 * (1 - rateOfBooking(misses, { service: 'MARRIAGE', lead: 3 })))
    const handling = { minutes: 15, variation: undefined, visits: 0 }
    const advice = nine && adviseHour(nine, handling, 10)
    expect(advice?.expected).toBe(nine?.bookedComing)
    expect(advice?.suggested).toBeGreaterThan(2)
    expect(advice?.waitRostered).toBe(Number.POSITIVE_INFINITY)
    const specials = new Map([
      [MONDAY, { kind: 'qixi' as const, factor: { factor: 3, from: 'same' as const } }],
    ])
    const [special] = forecastHours({ ...known, booked, specials })
    expect(special?.bookedComing).toBe(20)
    expect(special?.forecast?.expected).toBeCloseTo(3 * (nine?.forecast?.expected ?? 0))
  })

  test('nobody is advised to overbook on little knowledge, nor on a special day', () => {
    const places = [{ date: MONDAY, isMorning: true, places: 40 }]
    const told = (specials: Map<typeof MONDAY, { kind: 'qixi'; factor: undefined }>) =>
      adviseOverbooking(places, { misses, booked: [], specials })[0]?.risk
    expect(told(new Map())?.extra).toBeGreaterThan(0)
    expect(told(new Map())?.tooMany).toBeLessThanOrEqual(0.05)
    expect(told(new Map([[MONDAY, { kind: 'qixi', factor: undefined }]]))?.extra).toBe(0)
    expect(
      adviseOverbooking(places, { misses: tabulateMisses([]), booked: [], specials: new Map() }),
    ).toEqual([])
  })
})

describe('special days', () => {
  const day = (date: string, came: number, special?: 'valentine' | 'five-twenty') => ({
    date: calendarDate(date),
    came,
    special,
  })

  test('are known by the date, the seventh evening by the lunar calendar', () => {
    expect(specialDayOf(calendarDate('2027-05-20'), false)).toBe('five-twenty')
    expect(specialDayOf(calendarDate('2027-08-08'), true)).toBe('qixi')
    expect(specialDayOf(calendarDate('2027-05-21'), false)).toBeUndefined()
    expect(isSeventhEvening(calendarDate('2027-08-08'))).toBe(true)
    // 2025 had a leap sixth month.
    expect(isSeventhEvening(calendarDate('2025-08-29'))).toBe(true)
    expect(isSeventhEvening(calendarDate('2025-08-30'))).toBe(false)
  })

  test('draw as many times as last time the usual days around it; else as other special days; else nobody knows', () => {
    const past = [day('2026-05-19', 20), day('2026-05-20', 90, 'five-twenty'), day('2026-05-21', 40)]
    expect(specialFactor(past, 'five-twenty')).toEqual({ factor: 3, from: 'same' })
    expect(specialFactor(past, 'valentine')).toEqual({ factor: 3, from: 'similar' })
    expect(specialFactor([day('2026-05-20', 90, 'five-twenty')], 'five-twenty')).toBeUndefined()
  })
})

describe('looking back', () => {
  const usual = {
    date: MONDAY,
    places: 40,
    minutesPlanned: 600,
    booked: 36,
    attended: 34,
    missed: 2,
    unknown: 0,
    walkIns: 3,
    minutesUsed: 550,
    meanWait: 6,
  }

  test('says where a day was other than planned, and otherwise that it was not', () => {
    expect(remarksOn(usual)).toEqual(['as-planned'])
    expect(remarksOn({ ...usual, missed: 9, minutesUsed: 700, meanWait: 31 })).toEqual([
      'many-missed',
      'over-time',
      'long-wait',
    ])
    expect(remarksOn({ ...usual, booked: 10, missed: 0, minutesUsed: 0, meanWait: undefined })).toEqual([
      'half-empty',
    ])
  })
})
