import { beforeAll, expect, test } from 'vitest'
import { isProvisional, isRestDay } from '#lib/domain/calendar.ts'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { loadCalendar } from '#lib/office/load-calendar.ts'
import { plantRules } from '#prisma/seed/plant-rules.ts'
import { openTestDatabase } from '#tests/support/database.ts'

const { pool } = await openTestDatabase()
const now = new Date('2026-11-22T02:00:00Z')

beforeAll(() => plantRules(pool))

test('2026 is the year of the notice: 33 holidays, 6 make-up workdays, 248 workdays', async () => {
  const calendar = await loadCalendar(pool, now)
  const days = Array.from({ length: 365 }, (_, index) =>
    calendarDate(new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10)),
  )
  expect([...calendar.holidays].filter((day) => day.startsWith('2026')).length).toBe(33)
  expect(calendar.makeupWorkdays.size).toBe(6)
  expect(days.filter((day) => !isRestDay(calendar, day)).length).toBe(248)
})

test('2027 is known from statute only, and says so', async () => {
  const calendar = await loadCalendar(pool, now)
  expect(isProvisional(calendar, calendarDate('2026-12-31'))).toBe(false)
  expect(isProvisional(calendar, calendarDate('2027-01-01'))).toBe(true)
  expect(isRestDay(calendar, calendarDate('2027-02-08'))).toBe(true)
})
