import { describe, expect, test } from 'vitest'
import { lastAnswerDay, usualAnswerDay } from '#lib/domain/answer-day.ts'
import type { Calendar } from '#lib/domain/calendar.ts'
import { calendarDate } from '#lib/domain/calendar-date.ts'

// Wednesday 7 October is a holiday; the 8th a Thursday.
const calendar: Calendar = {
  holidays: new Set([calendarDate('2026-10-07')]),
  makeupWorkdays: new Set(),
  officialYears: new Set([2026]),
}
const at = (text: string) => new Date(`${text}+08:00`)

describe('the day that is proposed for answers', () => {
  test.each([
    ['in three days, when the first time lies far off', '2026-10-30', '2026-10-12T10:00', '2026-10-15'],
    ['on the working day before, when it is near', '2026-10-15', '2026-10-13T10:00', '2026-10-14'],
    ['on the Friday before a Monday', '2026-10-19', '2026-10-15T10:00', '2026-10-16'],
    ['before a holiday that lies before', '2026-10-08', '2026-10-05T10:00', '2026-10-06'],
    ['today, when it is tomorrow', '2026-10-15', '2026-10-14T17:59', '2026-10-14'],
    ['the evening before, when the working day is over', '2026-10-19', '2026-10-16T18:00', '2026-10-18'],
    ['the day itself, when every evening before it is over', '2026-10-15', '2026-10-14T18:00', '2026-10-15'],
    ['the day itself, when it is today', '2026-10-15', '2026-10-15T08:00', '2026-10-15'],
  ])('is %s', (_, firstTaken, now, day) => {
    expect(usualAnswerDay(calendar, { firstTaken: calendarDate(firstTaken), now: at(now) })).toBe(day)
  })

  test('is never refused, whichever day is taken and whatever time it is', () => {
    for (let hour = 0; hour < 24 * 12; hour += 1) {
      const now = new Date(at('2026-10-01T00:30').getTime() + hour * 3_600_000)
      for (const firstTaken of ['2026-10-13', '2026-10-14', '2026-10-19'].map(calendarDate))
        expect(usualAnswerDay(calendar, { firstTaken, now }) <= lastAnswerDay(firstTaken, now)).toBe(true)
    }
  })
})
