import { addDays } from './calendar-date.ts'
import { type ClockTime, instantAt, shanghaiClock } from './clock.ts'

export interface QuietHours {
  readonly quietFrom: ClockTime
  readonly quietUntil: ClockTime
}

/**
 * When a person may be written to: now, or when their quiet hours end. They may lie over midnight; both ends the same
 * means that there are none.
 */
export function quietEnd({ quietFrom, quietUntil }: QuietHours, now: Date): Date {
  const { date, time } = shanghaiClock(now)
  const overMidnight = quietFrom > quietUntil
  const isQuiet = overMidnight
    ? time >= quietFrom || time < quietUntil
    : time >= quietFrom && time < quietUntil
  if (!isQuiet) return now
  return instantAt(overMidnight && time >= quietFrom ? addDays(date, 1) : date, quietUntil)
}

export interface Sending {
  readonly urgent: boolean
  /** Asked for by the person at this very moment. */
  readonly awaited: boolean
  /** A contact chosen so that nobody else reads along: then its quiet hours hold for all that is not awaited. */
  readonly safe: boolean
  /** After this it is worth nothing: better at night than never. */
  readonly expiresAt: Date | undefined
}

/** When a message leaves: what is urgent at once, everything else outside of the quiet hours. */
export function leavesAt(hours: QuietHours, sending: Sending, now: Date): Date {
  if (sending.awaited) return now
  const end = quietEnd(hours, now)
  if (sending.safe) return end
  const wouldBeLate = sending.expiresAt !== undefined && sending.expiresAt <= end
  return sending.urgent || wouldBeLate ? now : end
}
