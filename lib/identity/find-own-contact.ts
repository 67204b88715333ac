import type { Pool } from '#lib/db/pool.ts'
import { type Actor, identityOf } from '#lib/domain/actor.ts'
import { findContact } from './find-contact.ts'
import { indexPerson } from './index-person.ts'

/**
 * The contact that the signed-in person has chosen; undefined without one, and for anybody who is not here in person:
 * a channel that speaks for somebody is not told where that person can be found.
 */
export async function findOwnContact(pool: Pool, actor: Actor): ReturnType<typeof findContact> {
  const identity = actor.kind === 'person' ? identityOf(actor) : undefined
  if (!identity) return undefined
  return findContact(pool, indexPerson(identity.documentType, identity.documentNumber))
}
