import { RateLimiterMemory } from 'rate-limiter-flexible'
import { once } from '#lib/db/once.ts'

/** How often something may be tried: so many times in so many seconds, counted for each key by itself. */
export interface AttemptLimit {
  readonly name: string
  readonly points: number
  readonly seconds: number
}

/** The counter of a limit, one per process and limit, shared by the pages and the API. */
export function findLimiter({ name, points, seconds }: AttemptLimit): RateLimiterMemory {
  const limiters = once('attempt-limiters', () => new Map<string, RateLimiterMemory>())
  const id = `${name} ${points}/${seconds}`
  const known = limiters.get(id)
  if (known) return known
  const limiter = new RateLimiterMemory({ keyPrefix: name, points, duration: seconds })
  limiters.set(id, limiter)
  return limiter
}
