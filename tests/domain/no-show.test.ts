import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type CalendarDate, calendarDate } from '#lib/domain/calendar-date.ts'
import { blockedUntil, countsNoShows, missesLeft } from '#lib/domain/no-show.ts'
import { dayArbitrary } from '#tests/support/day-arbitrary.ts'
import { casesOf } from '#tests/support/vectors.ts'

interface Input {
  readonly policy: { readonly windowDays: number; readonly limit: number; readonly blockDays: number }
  readonly history: readonly { readonly date: string; readonly result: string }[]
  readonly on: string
}

const RULES = { noShowLimit: 2, noShowWindowDays: 30, noShowBlockDays: 15 }
const days = (...texts: string[]) => texts.map(calendarDate)
const daysArbitrary = () => fc.array(dayArbitrary(), { maxLength: 5 })

describe('missed appointments', () => {
  test.each(casesOf<Input, { blocked: boolean; firstAllowedDate: CalendarDate | null }>('no_show'))(
    '$id $title',
    ({ input, expected }) => {
      const { limit, windowDays, blockDays } = input.policy
      const rules = { noShowLimit: limit, noShowWindowDays: windowDays, noShowBlockDays: blockDays }
      const missed = input.history
        .filter(({ result }) => result === 'NO_SHOW')
        .map(({ date }) => calendarDate(date))
      const end = blockedUntil(rules, missed, calendarDate(input.on))
      expect({ blocked: end !== undefined, firstAllowedDate: end ?? null }).toEqual(expected)
    },
  )

  test('the block ends on the very day it says', () => {
    const missed = days('2026-11-02', '2026-11-16')
    expect(blockedUntil(RULES, missed, calendarDate('2026-12-01'))).toBe('2026-12-02')
    expect(blockedUntil(RULES, missed, calendarDate('2026-12-02'))).toBeUndefined()
  })

  test('a limit or a block of nothing switches the ladder off', () => {
    const missed = days('2026-11-15', '2026-11-16')
    for (const off of [{ noShowLimit: 0 }, { noShowBlockDays: 0 }])
      expect(blockedUntil({ ...RULES, ...off }, missed, calendarDate('2026-11-17'))).toBeUndefined()
  })

  test('the order in which they were recorded does not matter, and one less never blocks more', () => {
    fc.assert(
      fc.property(daysArbitrary(), dayArbitrary(), (missed, on) => {
        const end = blockedUntil(RULES, missed, on)
        expect(blockedUntil(RULES, missed.toReversed(), on)).toBe(end)
        const fewer = blockedUntil(RULES, missed.slice(1), on)
        if (fewer) expect(end && end >= fewer).toBe(true)
        if (end) expect(end <= addDays([...missed].sort().at(-1) ?? on, 16)).toBe(true)
      }),
    )
  })

  test('a person hears how many are left before it bites', () => {
    expect(missesLeft(RULES, days('2026-11-02'), calendarDate('2026-11-22'))).toBe(1)
    expect(missesLeft(RULES, days('2026-10-01'), calendarDate('2026-11-22'))).toBe(2)
  })

  test('a divorce is never blocked: its dates have legal effect', () => {
    expect(countsNoShows('MARRIAGE')).toBe(true)
    expect(countsNoShows('DIVORCE_CERTIFICATE')).toBe(false)
    expect(countsNoShows('DIVORCE_APPLICATION')).toBe(false)
  })
})
