import { expect, test } from 'vitest'
import { deadlines as resource } from '#lib/api/resources/deadlines.ts'
import { countDeadlines } from '#lib/divorce/count-deadlines.ts'
import { isRestDay } from '#lib/domain/calendar.ts'
import { type CalendarDate, calendarDate, daysFrom } from '#lib/domain/calendar-date.ts'
import { divorceDeadlines } from '#lib/domain/cooling-off.ts'
import type { MarkedDay, MarkedMonth } from '#lib/domain/deadline-months.ts'
import { readCalendar } from '#lib/office/read-calendar.ts'
import { plantRules } from '#prisma/seed/plant-rules.ts'
import { openTestDatabase } from '#tests/support/database.ts'

const { pool } = await openTestDatabase()
const client = await pool.connect()
await plantRules(client)
client.release()
const calendar = await readCalendar(pool)
const now = new Date('2027-01-02T04:00:00Z')
const WORKDAYS = daysFrom(calendarDate('2026-01-01'), calendarDate('2026-12-31')).filter(
  (day) => !isRestDay(calendar, day),
)

test('for every working day of 2026 the page and its picture agree with the engine', async () => {
  expect(WORKDAYS).toHaveLength(248)
  for (const acceptedOn of WORKDAYS) {
    const engine = divorceDeadlines(calendar, acceptedOn)
    const { deadlines, safe, months } = await countDeadlines(pool, { acceptedOn, now })
    expect(deadlines).toEqual(engine)
    expect(safe.from >= engine.firstServiceDay && safe.until <= engine.certWindowEnd).toBe(true)
    expect(marksOf(months)).toEqual({
      accepted: acceptedOn,
      'cooling-off-end': engine.coolingOffEnd,
      'first-service-day': engine.firstServiceDay,
      'cert-window-end': engine.certWindowEnd,
    })
  }
})

test('and so does the API, which marks every answer that reaches into a year without a notice', async () => {
  for (const acceptedOn of WORKDAYS) {
    const answer = await ask(acceptedOn)
    const engine = divorceDeadlines(calendar, acceptedOn)
    expect(answer).toMatchObject({ ok: true, value: engine })
    expect(engine.provisional).toBe(engine.certWindowEnd >= '2027-01-01')
  }
})

function marksOf(months: readonly MarkedMonth[]): Record<string, CalendarDate> {
  const days = months
    .flatMap(({ weeks }) => weeks.flat())
    .filter((day): day is MarkedDay => day !== undefined)
  return Object.fromEntries(days.flatMap(({ mark, date }) => (mark ? [[mark, date]] : [])))
}

function ask(acceptedOn: CalendarDate) {
  const { handle } = resource
  return handle({ query: { acceptedOn }, locale: 'zh-CN', now } as Parameters<typeof handle>[0])
}
