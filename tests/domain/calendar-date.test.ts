import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addYears,
  calendarDate,
  dayAt,
  daysBetween,
  daysFrom,
  isCalendarDate,
  weekdayOf,
} from '#lib/domain/calendar-date.ts'
import { dayArbitrary } from '#tests/support/day-arbitrary.ts'
import { digestDays } from '#tests/support/digest-days.ts'

describe('a calendar day', () => {
  test.each(['2026-02-28', '2024-02-29', '2000-02-29', '1900-02-28', '2026-12-31'])('%s exists', (text) => {
    expect(isCalendarDate(text)).toBe(true)
    expect(calendarDate(text)).toBe(text)
  })

  test.each([
    '2026-02-29',
    '1900-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '20260101',
    '2026-01-01T00:00',
    ' 2026-01-01',
    '',
  ])('%j is none', (text) => {
    expect(isCalendarDate(text)).toBe(false)
    expect(() => calendarDate(text)).toThrow('not a calendar day')
  })

  test('every day from 1000 to 9999 is the one that a clock in UTC shows', () => {
    const instants = fc.integer({ min: Date.UTC(1000, 0, 1), max: Date.UTC(9999, 11, 31) })
    fc.assert(
      fc.property(instants, fc.integer({ min: -4000, max: 4000 }), (ms, count) => {
        const shown = new Date(ms).toISOString().slice(0, 10)
        expect(dayAt(ms)).toBe(shown)
        expect(isCalendarDate(shown)).toBe(true)
        const later = new Date(Date.parse(shown) + count * 86_400_000)
        if (later.getUTCFullYear() >= 1000 && later.getUTCFullYear() <= 9999) {
          expect(addDays(calendarDate(shown), count)).toBe(later.toISOString().slice(0, 10))
          expect(weekdayOf(addDays(calendarDate(shown), count))).toBe(later.getUTCDay() || 7)
        }
      }),
    )
  })

  test('counting forth and back comes home', () => {
    fc.assert(
      fc.property(dayArbitrary(), fc.integer({ min: -9000, max: 9000 }), (day, count) => {
        expect(addDays(addDays(day, count), -count)).toBe(day)
        expect(daysBetween(day, addDays(day, count))).toBe(count)
      }),
    )
  })

  test('a later day is a greater text', () => {
    fc.assert(
      fc.property(dayArbitrary(), fc.integer({ min: 1, max: 9000 }), (day, count) => {
        expect(addDays(day, count) > day).toBe(true)
      }),
    )
  })

  test('weekdays follow one another', () => {
    expect(weekdayOf(calendarDate('2026-11-22'))).toBe(7)
    fc.assert(
      fc.property(dayArbitrary(), (day) => {
        expect(weekdayOf(addDays(day, 1))).toBe((weekdayOf(day) % 7) + 1)
      }),
    )
  })

  test('years later it is the same day of the year; 29 February becomes the 28th where there is none', () => {
    expect(addYears(calendarDate('2004-02-29'), 22)).toBe('2026-02-28')
    expect(addYears(calendarDate('2004-02-29'), 20)).toBe('2024-02-29')
    fc.assert(
      fc.property(dayArbitrary(), fc.nat(60), (day, years) => {
        const later = addYears(day, years)
        expect(Number(later.slice(0, 4))).toBe(Number(day.slice(0, 4)) + years)
        if (!day.endsWith('02-29')) expect(later.slice(5)).toBe(day.slice(5))
      }),
    )
  })

  test('from one day to another both are counted; backwards there is none', () => {
    const days = daysFrom(calendarDate('2026-12-30'), calendarDate('2027-01-02'))
    expect(days).toEqual(['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02'])
    expect(daysFrom(calendarDate('2027-01-02'), calendarDate('2026-12-30'))).toEqual([])
  })

  // New York has summer time, Apia had no 30 December 2011, Shanghai had summer time until 1991 and other minutes
  // before 1901.
  test.each(['UTC', 'America/New_York', 'Pacific/Apia', 'Asia/Shanghai'])(
    'is the same on a machine that lives in %s',
    (zone) => {
      expect(digestDaysIn(zone)).toBe(digestDays())
    },
  )
})

function digestDaysIn(zone: string): string {
  const file = new URL('../support/digest-days.ts', import.meta.url)
  const script = `import { digestDays } from '${file}'; process.stdout.write(digestDays())`
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    env: { ...process.env, TZ: zone, NODE_OPTIONS: '' },
    encoding: 'utf8',
  })
  return stdout || stderr
}
