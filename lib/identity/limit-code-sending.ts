import { RESEND_SECONDS } from '#lib/domain/one-time-code.ts'
import type { AttemptLimit } from './find-limiter.ts'
import { limitAttempts } from './limit-attempts.ts'

const HOUR = 3600

/** The same address in the same session: not before the last one can have arrived. */
const AGAIN: AttemptLimit = { name: 'code-again', points: 1, seconds: RESEND_SECONDS }
const SESSION: AttemptLimit = { name: 'code-session', points: 10, seconds: HOUR }
/** Whose telephone it is has not been proved yet: nobody's is made to ring all day. */
const ADDRESS: AttemptLimit = { name: 'code-address', points: 6, seconds: HOUR }
/** Loose: many people share the address of a mobile network. */
const CLIENT: AttemptLimit = { name: 'code-client', points: 60, seconds: HOUR }

/** Counts the wish for a code by session, address and client. Undefined lets it pass; otherwise the seconds to wait. */
export async function limitCodeSending(by: {
  readonly sessionId: string
  /** Blind index of where it goes. */
  readonly address: string
  readonly client: string
}): Promise<number | undefined> {
  const tries = [
    [AGAIN, `${by.sessionId} ${by.address}`],
    [SESSION, by.sessionId],
    [ADDRESS, by.address],
    [CLIENT, by.client],
  ] as const
  for (const [limit, key] of tries) {
    const wait = await limitAttempts(limit, key)
    if (wait !== undefined) return wait
  }
  return undefined
}
