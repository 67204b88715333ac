import type { Actor } from '#lib/domain/actor.ts'
import type { Result } from '#lib/domain/refusal.ts'
import { limitCodeGuesses } from '#lib/identity/limit-code-guesses.ts'
import { type Refused, rateLimited } from './problem.ts'

/**
 * Lets somebody try an appointment code, unless too many tries failed before. Only failures count: a try is given back
 * when the code turns out to be the caller's business.
 */
export async function guardCode<Value>(
  { actor, code, client }: { readonly actor: Actor; readonly code: string; readonly client: string },
  look: () => Promise<Result<Value>>,
): Promise<Result<Value> | Refused> {
  const permit = await limitCodeGuesses({ code, client, isChannel: actor.kind === 'channel' })
  if (!permit.permitted) return rateLimited(permit.retryAfterSeconds)
  const result = await look()
  const isGuess = !result.ok && (result.reason === 'not-found' || result.reason === 'partner-code-wrong')
  if (!isGuess) await permit.forgive()
  return result
}
