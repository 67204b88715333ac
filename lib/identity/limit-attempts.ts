import { type AttemptLimit, findLimiter } from './find-limiter.ts'

/**
 * Counts one attempt under a key, atomically: of a thousand at once exactly as many pass as the limit allows. Undefined
 * lets it pass; otherwise the seconds after which to come back.
 */
export async function limitAttempts(limit: AttemptLimit, key: string): Promise<number | undefined> {
  try {
    await findLimiter(limit).consume(key)
    return undefined
  } catch (refusal) {
    return waitOf(refusal)
  }
}

function waitOf(refusal: unknown): number {
  const { msBeforeNext } = refusal as { msBeforeNext?: unknown }
  if (typeof msBeforeNext !== 'number') throw refusal
  return Math.max(1, Math.ceil(msBeforeNext / 1000))
}
