import { type AttemptLimit, findLimiter } from './find-limiter.ts'
import { limitAttempts } from './limit-attempts.ts'

const SECONDS = 15 * 60

/** One appointment code tried by one client; the second factor has few values, so few tries. */
const ONE_CODE: AttemptLimit = { name: 'guess-code', points: 5, seconds: SECONDS }
/** All codes one client tries. */
const ONE_CLIENT: AttemptLimit = { name: 'guess-client', points: 10, seconds: SECONDS }
/** A mini-program or hotline speaks for many people, who mistype. */
const ONE_CHANNEL: AttemptLimit = { name: 'guess-channel', points: 200, seconds: SECONDS }

export interface CodeGuess {
  /** As typed. */
  readonly code: string
  /** Who tries: a client address, a signed-in person, a channel. */
  readonly client: string
  readonly isChannel?: boolean
}

export type GuessPermit =
  | { readonly permitted: false; readonly retryAfterSeconds: number }
  /** `forgive` gives the try back, for somebody who had every right to ask. */
  | { readonly permitted: true; readonly forgive: () => Promise<void> }

/**
 * Counts a try at an appointment code before it is looked at, so that tries made at once cannot slip through together.
 * Fails closed: when counting is impossible, nobody may try.
 */
export async function limitCodeGuesses({ code, client, isChannel }: CodeGuess): Promise<GuessPermit> {
  const tries = [
    { limit: ONE_CODE, key: `${client} ${code.replace(/[\s-]/g, '').toUpperCase().slice(0, 20)}` },
    { limit: isChannel ? ONE_CHANNEL : ONE_CLIENT, key: client },
  ]
  const waits = await Promise.all(tries.map(({ limit, key }) => limitAttempts(limit, key))).catch(() => [
    SECONDS,
  ])
  const wait = Math.max(...waits.map((seconds) => seconds ?? 0))
  if (wait > 0) return { permitted: false, retryAfterSeconds: wait }
  return {
    permitted: true,
    forgive: async () => {
      await Promise.all(tries.map(({ limit, key }) => findLimiter(limit).reward(key)))
    },
  }
}
