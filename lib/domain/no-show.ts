import { type ActorFacts, isCounter } from './actor.ts'
import type { BookingPolicy } from './booking-policy.ts'
import { addDays, type CalendarDate, daysBetween } from './calendar-date.ts'
import type { Service } from './service.ts'

export type NoShowRules = Pick<BookingPolicy, 'noShowLimit' | 'noShowWindowDays' | 'noShowBlockDays'>

/**
 * From which day on a person may book online again, or undefined when nothing stands in the way. `missed` are the days
 * of appointments that nobody came to, without those that are void (cancelled by the office, recorded in error).
 */
export function blockedUntil(
  rules: NoShowRules,
  missed: readonly CalendarDate[],
  on: CalendarDate,
): CalendarDate | undefined {
  if (rules.noShowLimit < 1 || rules.noShowBlockDays < 1) return undefined
  const days = [...missed].sort()
  const ends = days.flatMap((day, index) => {
    const first = days[index - rules.noShowLimit + 1]
    const isOneTooMany = first !== undefined && daysBetween(first, day) < rules.noShowWindowDays
    return isOneTooMany ? [addDays(day, rules.noShowBlockDays + 1)] : []
  })
  const end = ends.at(-1)
  return end !== undefined && on < end ? end : undefined
}

/** How many more missed appointments a person can have before the ladder bites; for a fair word beforehand. */
export function missesLeft(rules: NoShowRules, missed: readonly CalendarDate[], on: CalendarDate): number {
  const recent = missed.filter((day) => daysBetween(day, on) < rules.noShowWindowDays)
  return Math.max(0, rules.noShowLimit - recent.length)
}

/**
 * Whether the ladder applies at all: only where missing costs others a place and nobody a right. A divorce, whose dates
 * have legal effect, is never blocked, nor is whoever comes to the counter or calls.
 */
export function countsNoShows(service: Service): boolean {
  return service === 'MARRIAGE' || service === 'REISSUE_MARRIAGE' || service === 'REISSUE_DIVORCE'
}

/**
 * Whether somebody books by themselves. A channel with the scope `desk` is a counter or a telephone: whoever comes or
 * calls is served there, whatever has been missed before.
 */
export function booksOnline(actor: ActorFacts): boolean {
  return !isCounter(actor)
}

/** How many days back a missed appointment can still matter under these rules; 0 where the ladder is off. */
export function noShowReach({ noShowLimit, noShowWindowDays, noShowBlockDays }: NoShowRules): number {
  return noShowLimit < 1 || noShowBlockDays < 1 ? 0 : noShowWindowDays + noShowBlockDays
}
