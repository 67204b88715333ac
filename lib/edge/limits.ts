import { headers } from 'next/headers'
import { limitCodeGuesses } from '#lib/identity/limit-code-guesses.ts'
import { loadActor } from './actor.ts'

/** Counts a try at an appointment code in this browser; false when there have been too many. Fails closed. */
export async function mayGuess(code: string): Promise<boolean> {
  const actor = await loadActor()
  const address = (await headers()).get('x-client-address')
  const client = actor ? `person ${actor.id}` : `address ${address ?? 'unknown'}`
  return (await limitCodeGuesses({ code, client })).permitted
}
