import { type BookingPolicy, cutoffOf, partnerDeadline } from './booking-policy.ts'
import type { SlotTime } from './slot-time.ts'

type SlotStart = Pick<SlotTime, 'date' | 'startTime'>

/** The cancellations of one person are counted over so many days. */
export const CANCELLATION_WINDOW_DAYS = 30

/** How often the time of an appointment may still be changed online; every wish for another time counts, agreed to or not. */
export function movesLeft(policy: Pick<BookingPolicy, 'mostMoves'>, moved: number): number {
  return Math.max(0, policy.mostMoves - moved)
}

/** How often a person may still cancel online, after so many cancellations within the window. */
export function cancellationsLeft(
  policy: Pick<BookingPolicy, 'mostCancellations'>,
  cancelled: number,
): number {
  return Math.max(0, policy.mostCancellations - cancelled)
}

/**
 * Until when a new time waits for the other's word: as for a booking, and at the latest until the time both had agreed
 * to can no longer be changed, so that whoever falls back on it can still cancel it.
 */
export function moveDeadline(
  policy: BookingPolicy,
  time: { readonly to: SlotStart; readonly kept: SlotStart | undefined },
  now: Date,
): Date {
  const { to, kept } = time
  const wait = partnerDeadline(policy, to.date, to.startTime, now)
  const last = kept ? cutoffOf(policy, kept.date, kept.startTime) : wait
  return last < wait ? last : wait
}
