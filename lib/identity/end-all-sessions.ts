import { database } from '#lib/db/transaction.ts'
import { type Actor, identityOf } from '#lib/domain/actor.ts'
import { indexPerson } from './index-person.ts'
import { closeAllSessions } from './store.ts'

/** Ends every session of the person who asks, this one too; returns how many there were. */
export async function endAllSessions(actor: Actor, now: Date): Promise<number> {
  const identity = identityOf(actor)
  if (actor.kind !== 'person' || !identity) return 0
  const index = Uint8Array.from(indexPerson(identity.documentType, identity.documentNumber))
  return closeAllSessions(database(), actor.id, index, now)
}
