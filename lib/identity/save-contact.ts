import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { type Actor, identityOf } from '#lib/domain/actor.ts'
import type { Contact } from '#lib/domain/contact.ts'
import { FRESH_SIGN_IN_MINUTES, isFreshSignIn } from '#lib/domain/contact-change.ts'
import { CODE_MINUTES } from '#lib/domain/one-time-code.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { checkOneTimeCode } from './check-one-time-code.ts'
import { putContact } from './contact.sql.ts'
import { indexPerson } from './index-person.ts'
import { needsContactProof } from './needs-contact-proof.ts'
import { sealContact } from './seal-contact.ts'

export interface ContactChange {
  readonly actor: Actor
  readonly sessionId: string
  readonly signedInAt: Date
  readonly contact: Contact
  /** The digits as typed; needed when the address is not yet proved. */
  readonly typed?: string | undefined
  readonly now: Date
}

/**
 * Keeps how the signed-in person wants to be reached. Only in person, only soon after signing in (`not-allowed` with
 * `sign-in-again`), and a new address only with the code that was sent there (`invalid-input`, field `code`). Nothing is
 * told to the former address: whoever reads there may be the reason for the change.
 */
export async function saveContact(pool: Pool, change: ContactChange): Promise<Result<true>> {
  const { actor, sessionId, contact, now } = change
  const identity = identityOf(actor)
  if (actor.kind !== 'person' || !identity)
    return refuse('not-allowed', [{ path: 'actor', reason: 'not-in-person' }])
  // The sign-in was fresh when the change began; typing the code may take its ten minutes.
  if (!isFreshSignIn(change.signedInAt, now, FRESH_SIGN_IN_MINUTES + CODE_MINUTES))
    return refuse('not-allowed', [{ path: 'session', reason: 'sign-in-again' }])
  if (await needsContactProof(pool, actor, contact)) {
    const { medium, address } = contact
    const to = { medium, address }
    const proof = { sessionId, purpose: 'contact', to, typed: change.typed ?? '', now } as const
    const proved = await checkOneTimeCode(pool, proof)
    if (!proved.ok) return proved
  }
  const personIndex = indexPerson(identity.documentType, identity.documentNumber)
  await poolTransaction(pool, async (client) => {
    await putContact(client, { personIndex, sealed: sealContact(personIndex, contact), now })
    await writeEntry(client, {
      at: now,
      actorKind: 'person',
      actorId: actor.id,
      act: 'contact-changed',
      subjectKind: 'person',
      subjectId: actor.id,
    })
  })
  return accept(true)
}
