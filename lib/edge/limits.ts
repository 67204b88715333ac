import { headers } from 'next/headers'
import type { Actor } from '#lib/domain/actor.ts'
import { limitAttempts } from '#lib/identity/limit-attempts.ts'
import { limitCodeGuesses } from '#lib/identity/limit-code-guesses.ts'
import { loadActor } from './actor.ts'

/** Counts a try at an appointment code in this browser; false when there have been too many. Fails closed. */
export async function mayGuess(code: string): Promise<boolean> {
  const actor = await loadActor()
  const address = (await headers()).get('x-client-address')
  const client = actor ? `person ${actor.id}` : `address ${address ?? 'unknown'}`
  return (await limitCodeGuesses({ code, client })).permitted
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
