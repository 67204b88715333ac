import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import {
  clockTimeOf,
  instantAt,
  isClockTime,
  minutesOf,
  shanghaiClock,
  shanghaiToday,
} from '#lib/domain/clock.ts'
import { dayArbitrary } from '#tests/support/day-arbitrary.ts'

describe('the clock on the wall of a registry', () => {
  test('shows Shanghai time, on whichever day that is', () => {
    expect(shanghaiClock(new Date('2026-11-22T15:59:59.999Z'))).toEqual({ date: '2026-11-22', time: '23:59' })
    expect(shanghaiClock(new Date('2026-11-22T16:00:00Z'))).toEqual({ date: '2026-11-23', time: '00:00' })
    expect(shanghaiToday(new Date('2026-12-31T16:00:00Z'))).toBe('2027-01-01')
  })

  test('a day and a time make an instant that shows the same day and time', () => {
    fc.assert(
      fc.property(dayArbitrary(), fc.nat(24 * 60 - 1), (date, minutes) => {
        const time = clockTimeOf(minutes)
        expect(shanghaiClock(instantAt(date, time))).toEqual({ date, time })
        expect(minutesOf(time)).toBe(minutes)
        expect(isClockTime(time)).toBe(true)
      }),
    )
  })

  test('a later time is a greater text', () => {
    fc.assert(
      fc.property(fc.nat(1439), fc.nat(1439), (one, other) => {
        expect(clockTimeOf(one) < clockTimeOf(other)).toBe(one < other)
      }),
    )
    expect(instantAt(calendarDate('2026-12-01'), '09:00').toISOString()).toBe('2026-12-01T01:00:00.000Z')
  })

  test.each(['24:00', '9:00', '12:60', '12:5', '', '12:00:00', 'ab:cd'])('%j is no time', (text) => {
    expect(isClockTime(text)).toBe(false)
  })
})
