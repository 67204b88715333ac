import { expect, test } from 'vitest'
import type { Calendar } from '#lib/domain/calendar.ts'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { counsellorsNow } from '#lib/domain/counselling-hours.ts'

const HOURS = [{ id: 'a', name: '林老师', weekdays: [2, 6], opens: '09:00', closes: '12:00' }]
const calendar: Calendar = {
  holidays: new Set([calendarDate('2026-12-08')]),
  makeupWorkdays: new Set(),
  officialYears: new Set([2026]),
}

test.each([
  ['2026-12-01T01:00:00Z', 1],
  ['2026-12-01T00:59:59Z', 0],
  ['2026-12-01T04:00:00Z', 0],
  ['2026-12-02T01:00:00Z', 0],
  // A holiday and a Saturday: nobody is in the house.
  ['2026-12-08T01:00:00Z', 0],
  ['2026-12-05T01:00:00Z', 0],
])('at %s there are %i counsellors', (now, count) => {
  expect(counsellorsNow(HOURS, calendar, new Date(now))).toHaveLength(count)
})
