import { createHash } from 'node:crypto'
import {
  addDays,
  addYears,
  calendarDate,
  daysBetween,
  isCalendarDate,
  weekdayOf,
} from '#lib/domain/calendar-date.ts'
import { instantAt, shanghaiClock } from '#lib/domain/clock.ts'

const FIRST = calendarDate('1890-01-01')
const COUNT = 80_000

/** A digest of every day from 1890 to 2109 as the domain reckons it: the same on every machine, or there is a fault. */
export function digestDays(): string {
  const digest = createHash('sha256')
  let day = FIRST
  for (let index = 0; index < COUNT; index += 1) {
    const instant = instantAt(day, '07:30')
    const reckoned = [weekdayOf(day), daysBetween(FIRST, day), addYears(day, 22), instant.getTime()]
    digest.update([day, isCalendarDate(day), shanghaiClock(instant).date, ...reckoned].join())
    day = addDays(day, 1)
  }
  return digest.digest('hex')
}
