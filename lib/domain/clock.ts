import { type CalendarDate, dayAt } from './calendar-date.ts'

/** A time of day, `HH:mm`, on the clock of Asia/Shanghai. */
export type ClockTime = string

// China has kept one zone without summer time since 1991; appointments lie later than that.
const SHANGHAI_OFFSET_MS = 8 * 60 * 60 * 1000
const DAY_MS = 24 * 60 * 60 * 1000

/** The day and the time that a clock on a registry's wall shows at an instant. */
export function shanghaiClock(at: Date): { date: CalendarDate; time: ClockTime } {
  const wall = at.getTime() + SHANGHAI_OFFSET_MS
  const minutes = Math.floor((wall - Math.floor(wall / DAY_MS) * DAY_MS) / 60_000)
  return { date: dayAt(wall), time: clockTimeOf(minutes) }
}

/** Today in Asia/Shanghai. */
export function shanghaiToday(now: Date): CalendarDate {
  return dayAt(now.getTime() + SHANGHAI_OFFSET_MS)
}

/** The instant at which a wall clock in Asia/Shanghai shows this day and time. */
export function instantAt(date: CalendarDate, time: ClockTime): Date {
  return new Date(`${date}T${time}:00+08:00`)
}

/** Minutes since midnight of a clock time. */
export function minutesOf(time: ClockTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

/** The clock time so many minutes after midnight. */
export function clockTimeOf(minutes: number): ClockTime {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** Whether the text is a clock time from 00:00 to 23:59. */
export function isClockTime(text: string): text is ClockTime {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
}
