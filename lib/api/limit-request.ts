import type { Actor } from '#lib/domain/actor.ts'
import { findChannel } from '#lib/identity/find-channel.ts'
import type { AttemptLimit } from '#lib/identity/find-limiter.ts'
import { limitAttempts } from '#lib/identity/limit-attempts.ts'
import type { Asked } from './asked.ts'
import { type Refused, rateLimited } from './problem.ts'

/** Loose: a whole province may sit behind one address of its mobile network. */
const ANONYMOUS: AttemptLimit = { name: 'anonymous', points: 6000, seconds: 60 }
const PERSON_READS: AttemptLimit = { name: 'person-reads', points: 600, seconds: 60 }
const PERSON_WRITES: AttemptLimit = { name: 'person-writes', points: 30, seconds: 60 }
/** Keys that open nothing. */
const UNKNOWN_KEYS: AttemptLimit = { name: 'unknown-keys', points: 20, seconds: 60 }

/** Counts a request of somebody known: a channel by what it was granted, a person by what one person can do. */
export async function limitActor(
  actor: Actor,
  request: { readonly header: Asked['header']; readonly isWrite: boolean; readonly now: Date },
): Promise<Refused | undefined> {
  if (actor.kind === 'person') {
    return refuseIfOver(await limitAttempts(request.isWrite ? PERSON_WRITES : PERSON_READS, actor.id))
  }
  const points = await rateOf(actor.id, request)
  return refuseIfOver(await limitAttempts({ name: 'channel', points, seconds: 60 }, actor.id))
}

const RATE_KNOWN_MS = 1000
const rates = new Map<string, { readonly points: number; readonly askedAt: number }>()

// PERF: the key was hashed and looked up a moment ago to find the channel; once a second is enough for its rate.
async function rateOf(
  channelId: string,
  { header, now }: { header: Asked['header']; now: Date },
): Promise<number> {
  const known = rates.get(channelId)
  if (known && Math.abs(now.getTime() - known.askedAt) < RATE_KNOWN_MS) return known.points
  const key = header('authorization')?.trim().split(/ +/)[1] ?? ''
  const points = (await findChannel(key, now))?.ratePerMinute ?? 0
  rates.set(channelId, { points, askedAt: now.getTime() })
  return points
}

/** Counts a request of nobody in particular. Reads pass when counting is impossible. */
export async function limitAnonymous(client: string): Promise<Refused | undefined> {
  return refuseIfOver(await limitAttempts(ANONYMOUS, client).catch(() => undefined))
}

/** Counts a key that opened nothing, so that keys cannot be guessed in bulk. */
export async function limitUnknownKeys(client: string): Promise<Refused | undefined> {
  return refuseIfOver(await limitAttempts(UNKNOWN_KEYS, client))
}

function refuseIfOver(retryAfterSeconds: number | undefined): Refused | undefined {
  return retryAfterSeconds === undefined ? undefined : rateLimited(retryAfterSeconds)
}
