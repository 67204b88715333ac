import type { Pool } from '#lib/db/pool.ts'
import { type Actor, identityOf } from '#lib/domain/actor.ts'
import { addDays, type CalendarDate } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { normalizeNumber } from '#lib/domain/identity-number.ts'
import { blockedUntil, countsNoShows, missesLeft, noShowReach } from '#lib/domain/no-show.ts'
import type { Service } from '#lib/domain/service.ts'
import { indexPerson } from '#lib/identity/index-person.ts'
import { loadPolicy } from '#lib/office/load-policy.ts'
import { readMissed } from './no-show.sql.ts'

/** What a person should know about missed appointments before it bites, or while it does. */
export interface OwnMisses {
  /** The day of the last one. */
  readonly lastOn: CalendarDate
  readonly windowDays: number
  readonly blockDays: number
  /** From when on online booking is possible again; absent while one more may be missed. */
  readonly blockedUntil?: CalendarDate
}

/**
 * What is to be said to somebody about their own missed appointments: that the next one would pause online booking, or
 * that it is paused. Undefined where there is nothing to say. Only ever about the person who is signed in.
 */
export async function findOwnMisses(
  pool: Pool,
  asked: {
    readonly actor: Actor
    readonly service: Service
    readonly officeId: string
    readonly now: Date
  },
): Promise<OwnMisses | undefined> {
  const { actor, service, officeId, now } = asked
  const identity = identityOf(actor)
  if (!identity || !countsNoShows(service)) return undefined
  const policy = await loadPolicy(pool, officeId, now)
  const reach = noShowReach(policy)
  if (reach === 0) return undefined
  const today = shanghaiToday(now)
  const index = indexPerson(identity.documentType, normalizeNumber(identity.documentNumber))
  const [missed = []] = await readMissed(pool, [index.toString('base64')], addDays(today, -reach - 1))
  const lastOn = missed.at(-1)
  if (!lastOn) return undefined
  const until = blockedUntil(policy, missed, today)
  const known = { lastOn, windowDays: policy.noShowWindowDays, blockDays: policy.noShowBlockDays }
  if (until) return { ...known, blockedUntil: until }
  return missesLeft(policy, missed, today) === 1 ? known : undefined
}
