import { describe, expect, test } from 'vitest'
import { addDays, calendarDate } from '#lib/domain/calendar-date.ts'
import { refuseCounting } from '#lib/domain/countable-day.ts'
import { calendarOf } from '#tests/support/vectors.ts'

// Official for 2026 alone.
const CALENDAR = calendarOf(['CN-2026', 'CN-2027-PROVISIONAL'])
const TODAY = calendarDate('2026-11-22')
const why = (day: string, today = TODAY) => refuseCounting(CALENDAR, calendarDate(day), today)?.errors?.[0]

describe('the periods can be counted', () => {
  test.each(['2026-01-05', '2026-09-01', '2026-11-22', '2026-12-08', '2027-11-23'])('from %s', (day) => {
    expect(why(day)).toBeUndefined()
  })

  test('from a day of the year before whose periods end in a year that is known', () => {
    expect(why('2025-12-02')).toBeUndefined()
    expect(why('2025-12-01')).toMatchObject({ reason: 'no-calendar', article: '203(1)' })
  })

  test('not from before the rule, and not from too far ahead', () => {
    expect(why('2020-12-31')).toMatchObject({ reason: 'before-the-rule', article: '1077' })
    expect(why('2021-01-04')).toMatchObject({ reason: 'no-calendar' })
    expect(why(addDays(TODAY, 366))).toBeUndefined()
    expect(why(addDays(TODAY, 367))).toMatchObject({ reason: 'too-far-ahead', article: '203(1)' })
  })

  test('from this year also while its notice is missing, marked as provisional', () => {
    expect(why('2027-03-01', calendarDate('2027-03-02'))).toBeUndefined()
    expect(why('2027-03-01', calendarDate('2028-01-02'))).toMatchObject({ reason: 'no-calendar' })
  })
})
