import { addDays, isCalendarDate } from './calendar-date.ts'
import { instantAt, isClockTime, shanghaiToday } from './clock.ts'
import { accept, type Result, refuse } from './refusal.ts'

const ROOM_KINDS = ['oath', 'mediation', 'quiet'] as const
export type RoomKind = (typeof ROOM_KINDS)[number]

/** For so long a room is taken where nobody says otherwise. */
export const ROOM_MINUTES: Readonly<Record<RoomKind, number>> = { oath: 20, mediation: 60, quiet: 60 }

/** What can be chosen. */
export const ROOM_MINUTE_CHOICES: readonly number[] = [20, 30, 60, 90, 120]

/** Where people are led when feelings run high, in this order. */
export const TALK_ROOMS: readonly RoomKind[] = ['quiet', 'mediation']

/** Where they cannot stay as long as that, because the room is booked for others then, they still can for so long. */
export const SHORT_TALK_MINUTES = 30

/** So far ahead a room can be booked. */
export const ROOM_DAYS_AHEAD = 60

/** A while in which a room is taken. */
export interface RoomSpan {
  readonly startsAt: Date
  readonly endsAt: Date
}

/** So many minutes from now, and never into the next day. */
export function roomSpan(now: Date, minutes: number): RoomSpan {
  const midnight = instantAt(addDays(shanghaiToday(now), 1), '00:00').getTime()
  return { startsAt: now, endsAt: new Date(Math.min(now.getTime() + minutes * 60_000, midnight)) }
}

/** A while from a day and a time as typed; refuses what is over, too far off, or would go on into the next day. */
export function laterSpan(
  { day, time, minutes }: { readonly day: string; readonly time: string; readonly minutes: number },
  now: Date,
): Result<RoomSpan> {
  if (!isCalendarDate(day)) return refuse('invalid-input', [{ path: 'day', reason: 'required' }])
  if (!isClockTime(time)) return refuse('invalid-input', [{ path: 'time', reason: 'clock-time' }])
  const startsAt = instantAt(day, time)
  if (startsAt <= now) return refuse('invalid-input', [{ path: 'time', reason: 'time-is-over' }])
  if (day > addDays(shanghaiToday(now), ROOM_DAYS_AHEAD))
    return refuse('invalid-input', [{ path: 'day', reason: 'too-far-off' }])
  const span = roomSpan(startsAt, minutes)
  const isWhole = span.endsAt.getTime() - startsAt.getTime() === minutes * 60_000
  return isWhole ? accept(span) : refuse('invalid-input', [{ path: 'time', reason: 'into-next-day' }])
}

/** A use of a room as the board shows it. */
export interface RoomUse extends RoomSpan {
  readonly id: string
  /** The number of the people in it, while they are in it. */
  readonly number: string | undefined
  readonly endedAt: Date | undefined
  /** Who has put it down, for whoever wants to ask. */
  readonly by: string | undefined
}

/** Whether somebody is in there now. */
export function isRunning({ startsAt, endsAt, endedAt }: RoomUse, now: Date): boolean {
  return startsAt <= now && now < endsAt && !endedAt
}
