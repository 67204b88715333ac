import { addDays } from './calendar-date.ts'
import { instantAt, shanghaiToday } from './clock.ts'

const ROOM_KINDS = ['oath', 'mediation', 'quiet'] as const
export type RoomKind = (typeof ROOM_KINDS)[number]

/** For so long a room is taken where nobody says otherwise. */
export const ROOM_MINUTES: Readonly<Record<RoomKind, number>> = { oath: 20, mediation: 60, quiet: 60 }

/** What can be chosen. */
export const ROOM_MINUTE_CHOICES: readonly number[] = [20, 30, 60, 90, 120]

/** Where people are led when feelings run high, in this order. */
export const TALK_ROOMS: readonly RoomKind[] = ['quiet', 'mediation']

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

/** A use of a room as the board shows it. */
export interface RoomUse extends RoomSpan {
  readonly id: string
  /** The number of the people in it, while they are in it. */
  readonly number: string | undefined
  readonly endedAt: Date | undefined
}

/** Whether somebody is in there now. */
export function isRunning({ startsAt, endsAt, endedAt }: RoomUse, now: Date): boolean {
  return startsAt <= now && now < endsAt && !endedAt
}
