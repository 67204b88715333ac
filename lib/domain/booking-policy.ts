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
  /** How often the time of one appointment may be changed. */
  readonly mostMoves: number
  /** So many cancellations of a person within thirty days are taken online; later ones by phone. */
  readonly mostCancellations: number
  /** So many missed appointments … */
  readonly noShowLimit: number
  /** … within so many days … */
  readonly noShowWindowDays: number
  /** … block online booking for so many days after the last; 0 switches the ladder off. */
  readonly noShowBlockDays: number
  /** So many working days before the day both are asked whether they still come; 0 asks nobody. */
  readonly stillComingDays: number
  /** A seat that came free rests for a random time up to this many minutes before it is offered again. */
  readonly coolingMinutes: number
  /** How long a freed seat is held for a couple of the waiting list. */
  readonly offerHours: number
}

/**
 * National default: thirty days, released at 08:30, closing at 15:00 the day before. The no-show ladder is that of
 * Guangdong since 2022: two in thirty days, then fifteen.
 */
export const DEFAULT_POLICY: BookingPolicy = {
  horizonDays: 30,
  releaseTime: '08:30',
  minLeadDays: 1,
  cutoffPreviousDay: '15:00',
  holdMinutes: 10,
  partnerHours: 24,
  mostMoves: 3,
  mostCancellations: 3,
  noShowLimit: 2,
  noShowWindowDays: 30,
  noShowBlockDays: 15,
  stillComingDays: 2,
  coolingMinutes: 30,
  offerHours: 4,
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

/**
 * The instant from which an appointment can no longer be booked, agreed to or cancelled online: the closing time of the
 * last day that has enough lead, else the very end of that day, or its own beginning where the same day may be booked.
 */
export function cutoffOf(policy: BookingPolicy, day: CalendarDate, startTime: ClockTime): Date {
  const { minLeadDays, cutoffPreviousDay } = policy
  if (minLeadDays < 1) return instantAt(day, startTime)
  if (cutoffPreviousDay !== undefined) return instantAt(addDays(day, -minLeadDays), cutoffPreviousDay)
  return instantAt(addDays(day, 1 - minLeadDays), '00:00')
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
