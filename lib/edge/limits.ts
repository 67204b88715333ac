import { headers } from 'next/headers'
import type { Actor } from '#lib/domain/actor.ts'
import { limitAttempts } from '#lib/identity/limit-attempts.ts'
import { type GuessPermit, limitCodeGuesses } from '#lib/identity/limit-code-guesses.ts'
import { loadActor } from './actor.ts'

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
  const address = (await headers()).get('x-client-address')
  return actor ? `person ${actor.id}` : `address ${address ?? 'unknown'}`
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
