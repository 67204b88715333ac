import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Calendar, isRestDay, workdaysBefore } from '#lib/domain/calendar.ts'
import { calendarDate, daysFrom } from '#lib/domain/calendar-date.ts'
import { dayBeforeAt, partnerReminderAt, stillComingAt } from '#lib/domain/reminder.ts'
import { dayArbitrary } from '#tests/support/day-arbitrary.ts'

const PLAIN: Calendar = { holidays: new Set(), makeupWorkdays: new Set(), officialYears: new Set() }
// The week of the National Day: closed from the 1st to the 7th, worked on Saturday the 10th instead.
const OCTOBER: Calendar = {
  ...PLAIN,
  holidays: new Set(daysFrom(calendarDate('2026-10-01'), calendarDate('2026-10-07'))),
  makeupWorkdays: new Set([calendarDate('2026-10-10')]),
}
const HOUR = 3_600_000

describe('working days before a day', () => {
  test.each([
    ['a Thursday', PLAIN, '2026-11-26', '2026-11-24'],
    ['a Tuesday, over the weekend', PLAIN, '2026-12-01', '2026-11-27'],
    ['a Saturday', PLAIN, '2026-11-28', '2026-11-26'],
    ['the first day after a long holiday', OCTOBER, '2026-10-08', '2026-09-29'],
    ['a Monday after a worked Saturday', OCTOBER, '2026-10-12', '2026-10-09'],
  ])('two before %s', (_, calendar, day, expected) => {
    expect(workdaysBefore(calendar, calendarDate(day), 2)).toBe(expected)
  })

  test('none before a day is the day itself; else as many working days lie from the found one to it', () => {
    fc.assert(
      fc.property(dayArbitrary(), fc.integer({ min: 0, max: 12 }), (day, count) => {
        const found = workdaysBefore(OCTOBER, day, count)
        const between = daysFrom(found, day).slice(0, -1)
        expect(between.filter((each) => !isRestDay(OCTOBER, each))).toHaveLength(count)
        expect(count === 0 ? found === day : !isRestDay(OCTOBER, found)).toBe(true)
      }),
    )
  })
})

describe('when a reminder is due', () => {
  const from = new Date('2026-11-22T10:00:00+08:00')
  const hoursOn = (hours: number) => new Date(from.getTime() + hours * HOUR)

  test.each([
    [24, 12],
    [48, 24],
    [4, 2],
    [3, 1],
    [2.5, 0.5],
  ])('of %s hours to answer, the reminder comes after %s', (hours, expected) => {
    expect(partnerReminderAt(from, hoursOn(hours))).toEqual(hoursOn(expected))
  })

  test.each([2, 1, 0])('of %s hours to answer, no reminder comes', (hours) => {
    expect(partnerReminderAt(from, hoursOn(hours))).toBeUndefined()
  })

  test('the day before, at ten in the morning by the clocks of the offices', () => {
    expect(dayBeforeAt(calendarDate('2026-12-01'))).toEqual(new Date('2026-11-30T10:00:00+08:00'))
  })

  test('still coming is asked at nine; of 0 days nobody is asked', () => {
    const day = calendarDate('2026-12-01')
    expect(stillComingAt(PLAIN, day, 2)).toEqual(new Date('2026-11-27T09:00:00+08:00'))
    expect(stillComingAt(PLAIN, day, 0)).toBeUndefined()
  })
})
