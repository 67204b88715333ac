import { headers } from 'next/headers'
import type { Actor } from '#lib/domain/actor.ts'
import { neighbourhoodOf } from '#lib/domain/client-address.ts'
import { limitAttempts } from '#lib/identity/limit-attempts.ts'
import { limitCodeGuesses } from '#lib/identity/limit-code-guesses.ts'
import { loadActor } from './actor.ts'

/** By which address the visitor of this request is counted; the same as at the API. */
export async function clientOfRequest(): Promise<string> {
  return neighbourhoodOf((await headers()).get('x-client-address') ?? 'unknown')
}

/** Counts a try at an appointment code in this browser; false when there have been too many. Fails closed. */
export async function mayGuess(code: string): Promise<boolean> {
  const actor = await loadActor()
  const client = actor ? `person ${actor.id}` : `address ${await clientOfRequest()}`
  return (await limitCodeGuesses({ code, client })).permitted
}

/** Counts a write of a signed-in person on our pages; false when a person can hardly have pressed that often. */
export async function mayWrite(actor: Actor): Promise<boolean> {
  const wait = await limitAttempts({ name: 'page-writes', points: 30, seconds: 60 }, actor.id)
  return wait === undefined
}

/** Counts a sign-in begun; loose, since a whole town may sit behind one address of its mobile network. */
export async function mayStartSignIn(): Promise<boolean> {
  const wait = await limitAttempts(
    { name: 'sign-in-start', points: 300, seconds: 60 },
    await clientOfRequest(),
  )
  return wait === undefined
}
