import { addDays, type CalendarDate } from './calendar-date.ts'
import { instantAt, shanghaiToday } from './clock.ts'

const REPLAY_DAYS = 30
const LADDER_DAYS = 180

/** For how many days the answer to a write can be asked for again under its key; never longer than the rest is kept. */
export function replayDaysOf(retentionDays: number): number {
  return Math.min(REPLAY_DAYS, retentionDays)
}

/** For how many days it is kept that somebody did not come: no rule looks further back. */
export function ladderDaysOf(retentionDays: number): number {
  return Math.min(LADDER_DAYS, retentionDays)
}

/** Before which day, and before which instant, something is old enough to be forgotten. */
export interface Horizon {
  readonly day: CalendarDate
  readonly at: Date
}

/** What lies before the first instant of the day so many days ago is old. */
export function horizonOf(now: Date, days: number): Horizon {
  const day = addDays(shanghaiToday(now), -days)
  return { day, at: instantAt(day, '00:00') }
}
