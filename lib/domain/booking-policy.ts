import { addDays, type CalendarDate, daysBetween } from './calendar-date.ts'
import { type ClockTime, instantAt, shanghaiClock } from './clock.ts'

/** The dated rules under which a slot may be booked by the public. Days are calendar days. */
export interface BookingPolicy {
  readonly horizonDays: number
  /** From this time of day on, the last day of the horizon is on offer. */
  readonly releaseTime?: ClockTime
  readonly minLeadDays: number
  /** Bookings for a day close at this time of the day before. */
  readonly cutoffPreviousDay?: ClockTime
  /** How long a chosen seat is kept while the answers are filled in. */
  readonly holdMinutes: number
  /** How long the partner has to agree. */
  readonly partnerHours: number
}

/** National default: thirty days, released at 08:30, closing at 15:00 the day before. */
export const DEFAULT_POLICY: BookingPolicy = {
  horizonDays: 30,
  releaseTime: '08:30',
  minLeadDays: 1,
  cutoffPreviousDay: '15:00',
  holdMinutes: 10,
  partnerHours: 24,
}

type OfferRules = Pick<BookingPolicy, 'horizonDays' | 'minLeadDays'> &
  Partial<Pick<BookingPolicy, 'releaseTime' | 'cutoffPreviousDay'>>

export type OfferState = 'offered' | 'too-late' | 'not-released'

/** Whether a day is on offer at an instant: not past its cut-off, and already released. */
export function offerStateOf(policy: OfferRules, day: CalendarDate, now: Date): OfferState {
  const { date: today, time } = shanghaiClock(now)
  const lead = daysBetween(today, day)
  if (lead < policy.minLeadDays) return 'too-late'
  if (lead === 1 && policy.cutoffPreviousDay !== undefined && time >= policy.cutoffPreviousDay)
    return 'too-late'
  return day > lastReleasedDay(policy, now) ? 'not-released' : 'offered'
}

/** The last day that is on offer at an instant; it grows by one day at the release time. */
export function lastReleasedDay(policy: OfferRules, now: Date): CalendarDate {
  const { date: today, time } = shanghaiClock(now)
  const beforeRelease = policy.releaseTime !== undefined && time < policy.releaseTime
  return addDays(today, policy.horizonDays - (beforeRelease ? 1 : 0))
}

/** The instant after which an appointment can no longer be booked, agreed to or cancelled online. */
export function cutoffOf(policy: BookingPolicy, day: CalendarDate, startTime: ClockTime): Date {
  if (policy.minLeadDays < 1) return instantAt(day, startTime)
  return instantAt(addDays(day, -policy.minLeadDays), policy.cutoffPreviousDay ?? '23:59')
}

/** Until when a seat waits for the partner: the policy's hours, and at the latest the cut-off. */
export function partnerDeadline(
  policy: BookingPolicy,
  day: CalendarDate,
  startTime: ClockTime,
  now: Date,
): Date {
  const byHours = now.getTime() + policy.partnerHours * 3_600_000
  return new Date(Math.min(byHours, cutoffOf(policy, day, startTime).getTime()))
}
