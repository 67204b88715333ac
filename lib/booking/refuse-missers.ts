import type { Pool } from '#lib/db/pool.ts'
import type { Actor } from '#lib/domain/actor.ts'
import type { BookingPolicy } from '#lib/domain/booking-policy.ts'
import { addDays } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { blockedUntil, booksOnline, countsNoShows, noShowReach } from '#lib/domain/no-show.ts'
import { type Refusal, refuse } from '#lib/domain/refusal.ts'
import type { Service } from '#lib/domain/service.ts'
import { readMissed } from './no-show.sql.ts'
import { recallMissers } from './recall-missers.ts'

/**
 * Refuses `blocked-no-show`, with the first day on which they may book online again, when one of these people (person
 * indexes in base64) has missed too many appointments. Never for a divorce, at a counter or by telephone. Of two people
 * it does not tell which one: the other's history is the other's own affair.
 */
export async function refuseMissers(
  pool: Pool,
  wish: {
    readonly actor: Actor
    readonly service: Service
    readonly policy: BookingPolicy
    readonly personIndexes: readonly string[]
    readonly now: Date
  },
): Promise<Refusal | undefined> {
  const { actor, service, policy, personIndexes, now } = wish
  if (!countsNoShows(service) || !booksOnline(actor)) return undefined
  const missers = await recallMissers(pool, now)
  const suspects = personIndexes.filter((index) => missers.has(index))
  if (suspects.length === 0) return undefined
  const today = shanghaiToday(now)
  const missed = await readMissed(pool, suspects, addDays(today, -noShowReach(policy) - 1))
  const earliestOn = missed
    .flatMap((days) => blockedUntil(policy, days, today) ?? [])
    .sort()
    .at(-1)
  if (!earliestOn) return undefined
  const reason = personIndexes.length > 1 ? 'one-of-two-missed' : 'missed-before'
  return refuse('blocked-no-show', [{ path: 'parties', reason, earliestOn }])
}
