import { addDays, type CalendarDate, calendarDate } from './calendar-date.ts'

/** The lengths that can be looked back over, in days. */
export const PERIOD_DAYS = [7, 30, 90] as const

/** How far ahead the load is shown. */
export const LOAD_DAYS = 14

/** The days that numbers are about, both included; `name` is how an address calls them: `30`, or a month `2026-11`. */
export interface NumbersPeriod {
  readonly name: string
  readonly from: CalendarDate
  readonly until: CalendarDate
}

const MONTH = /^(20\d\d)-(0[1-9]|1[0-2])$/
const USUAL_DAYS = 30

/** The period that an address names; the last 30 days for anything it cannot mean. Days to come have no numbers yet. */
export function readPeriod(name: string | undefined, today: CalendarDate): NumbersPeriod {
  const month = name === undefined ? undefined : monthPeriod(name, today)
  if (month) return month
  const days = PERIOD_DAYS.find((count) => String(count) === name) ?? USUAL_DAYS
  return { name: String(days), from: addDays(today, 1 - days), until: today }
}

/** A calendar month, up to today where it is still running; undefined when it is none, or has not begun. */
export function monthPeriod(name: string, today: CalendarDate): NumbersPeriod | undefined {
  if (!MONTH.test(name)) return undefined
  const from = calendarDate(`${name}-01`)
  if (from > today) return undefined
  const last = addDays(firstOfNextMonth(from), -1)
  return { name, from, until: last < today ? last : today }
}

/** The months before a day, the running one first. */
export function recentMonths(today: CalendarDate, count: number): string[] {
  const months: string[] = []
  for (let day = today; months.length < count; day = addDays(calendarDate(`${day.slice(0, 7)}-01`), -1))
    months.push(day.slice(0, 7))
  return months
}

// No month is longer than 31 days, and none shorter than 28: 32 days after the first always lie in the next.
function firstOfNextMonth(first: CalendarDate): CalendarDate {
  return calendarDate(`${addDays(first, 32).slice(0, 7)}-01`)
}
