import { expect, test } from 'vitest'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { divorceDeadlines, safeDays } from '#lib/domain/cooling-off.ts'
import { type MarkedDay, monthsOfCase } from '#lib/domain/deadline-months.ts'
import { calendarOf } from '#tests/support/vectors.ts'

const CALENDAR = calendarOf(['CN-2026'])

function pictured(accepted: string) {
  const day = calendarDate(accepted)
  const months = monthsOfCase(CALENDAR, divorceDeadlines(CALENDAR, day), safeDays(CALENDAR, day))
  const days = months
    .flatMap(({ weeks }) => weeks.flat())
    .filter((cell): cell is MarkedDay => cell !== undefined)
  return { months, days, on: (date: string) => days.find((cell) => cell.date === date) }
}

test('the picture runs from the month of the receipt to the month in which the window ends', () => {
  const { months, days } = pictured('2026-09-01')
  expect(months.map(({ first }) => first)).toEqual(['2026-09-01', '2026-10-01', '2026-11-01'])
  expect(days).toHaveLength(30 + 31 + 30)
  for (const { weeks } of months) for (const week of weeks) expect(week).toHaveLength(7)
  // 1 September 2026 is a Tuesday, 1 November a Sunday.
  expect(months[0]?.weeks[0]?.findIndex(Boolean)).toBe(1)
  expect(months[2]?.weeks[0]?.findIndex(Boolean)).toBe(6)
})

test('every day says to which period it belongs, what it is, and whether it is a safe one', () => {
  const { on, days } = pictured('2026-09-01')
  expect(on('2026-09-01')).toMatchObject({ period: 'none', mark: 'accepted' })
  expect(on('2026-09-02')).toMatchObject({ period: 'cooling-off', isRest: false, isSafe: false })
  expect(on('2026-10-08')).toMatchObject({ period: 'cooling-off', mark: 'cooling-off-end' })
  expect(on('2026-10-09')).toMatchObject({ period: 'cert-window', mark: 'first-service-day', isSafe: true })
  expect(on('2026-10-17')).toMatchObject({ period: 'cert-window', isRest: true, isSafe: false })
  expect(on('2026-11-09')).toMatchObject({ period: 'cert-window', mark: 'cert-window-end', isSafe: false })
  expect(on('2026-11-10')).toMatchObject({ period: 'none' })
  expect(days.filter(({ mark }) => mark)).toHaveLength(4)
})

test('the calculator agrees with the engine for every working day of the year', () => {
  for (let number = 0; number < 365; number += 1) {
    const day = calendarDate(new Date(Date.UTC(2026, 0, 1 + number)).toISOString().slice(0, 10))
    const told = divorceDeadlines(CALENDAR, day)
    const { days } = pictured(day)
    const inPeriod = (period: MarkedDay['period']) => days.filter((cell) => cell.period === period)
    expect(inPeriod('cooling-off').at(-1)?.date).toBe(told.coolingOffEnd)
    expect(inPeriod('cert-window').at(0)?.date).toBe(told.certWindowStart)
    expect(inPeriod('cert-window').at(-1)?.date).toBe(told.certWindowEnd)
    expect(inPeriod('cooling-off').length).toBeGreaterThanOrEqual(30)
  }
})
