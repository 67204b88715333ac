import { headers } from 'next/headers'
import type { Actor } from '#lib/domain/actor.ts'
import { neighbourhoodOf } from '#lib/domain/client-address.ts'
import { limitAttempts } from '#lib/identity/limit-attempts.ts'
import { type GuessPermit, limitCodeGuesses } from '#lib/identity/limit-code-guesses.ts'
import { loadActor } from './actor.ts'

/** By which address the visitor of this request is counted; the same as at the API. */
export async function clientOfRequest(): Promise<string> {
  return neighbourhoodOf((await headers()).get('x-client-address') ?? 'unknown')
}

/** Counts a try at an appointment code in this browser; false when there have been too many. Fails closed. */
export async function mayGuess(code: string): Promise<boolean> {
  return (await permitGuess(code)).permitted
}

/** The same, for a try that is given back when it turns out to be none. */
export async function permitGuess(code: string): Promise<GuessPermit> {
  return limitCodeGuesses({ code, client: await nameClient() })
}

/** Counts a question to the page that tells what is genuine; false when nobody could have that many. Fails closed. */
export async function mayAskWhatIsGenuine(): Promise<boolean> {
  const limit = { name: 'genuine', points: 60, seconds: 60 }
  const wait = await limitAttempts(limit, await nameClient()).catch(() => limit.seconds)
  return wait === undefined
}

async function nameClient(): Promise<string> {
  const actor = await loadActor()
  return actor ? `person ${actor.id}` : `address ${await clientOfRequest()}`
}

/** Counts a write of a signed-in person on our pages; false when a person can hardly have pressed that often. */
export async function mayWrite(actor: Actor): Promise<boolean> {
  const wait = await limitAttempts({ name: 'page-writes', points: 30, seconds: 60 }, actor.id)
  return wait === undefined
}

/** Counts a download of one's own data; false when there have been too many. */
export async function mayDownload(actor: Actor): Promise<boolean> {
  const wait = await limitAttempts({ name: 'own-data', points: 5, seconds: 3600 }, actor.id)
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
