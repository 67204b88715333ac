import { type BookingPolicy, cutoffOf } from './booking-policy.ts'
import { addDays, type CalendarDate } from './calendar-date.ts'
import { type ClockTime, instantAt, shanghaiClock } from './clock.ts'

/** What becomes of a couple on the waiting list; the last three are ends. */
export type WaitingStatus = 'waiting' | 'offered' | 'booked' | 'lapsed' | 'left'

/** One of the wishes of a waiting couple: an office and the days on which they could come, both included. */
export interface WaitingWish {
  readonly officeId: string
  readonly from: CalendarDate
  readonly until: CalendarDate
}

export const MOST_WISHES = 5

/** An offer that nobody could answer in this time is none; then the seat goes to the public. */
const SHORTEST_OFFER_MINUTES = 60
const MORNING: ClockTime = '08:00'
const NIGHT: ClockTime = '21:00'

/**
 * Until when a seat that came free rests. Nobody can foretell it, so two people cannot hand a place to each other by
 * giving it up and taking it in the same moment. `chance` is drawn evenly from 0 to 1.
 */
export function coolUntil(policy: Pick<BookingPolicy, 'coolingMinutes'>, now: Date, chance: number): Date {
  return new Date(now.getTime() + Math.floor(chance * policy.coolingMinutes * 60_000))
}

/**
 * Until when a freed seat is held for one couple: the policy's hours, which do not run while people sleep (21:00 to
 * 08:00), and at the latest the cut-off of the day. Undefined when too little of that is left to make an offer.
 */
export function offerDeadline(
  policy: BookingPolicy,
  day: CalendarDate,
  startTime: ClockTime,
  now: Date,
): Date | undefined {
  const begins = awakeFrom(now)
  const byHours = begins.getTime() + policy.offerHours * 3_600_000
  const until = Math.min(byHours, cutoffOf(policy, day, startTime).getTime())
  return until - begins.getTime() < SHORTEST_OFFER_MINUTES * 60_000 ? undefined : new Date(until)
}

function awakeFrom(now: Date): Date {
  const { date, time } = shanghaiClock(now)
  if (time < MORNING) return instantAt(date, MORNING)
  return time < NIGHT ? now : instantAt(addDays(date, 1), MORNING)
}
