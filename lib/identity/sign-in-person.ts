import { randomUUID, randomUUIDv7 } from 'node:crypto'
import { database } from '#lib/db/transaction.ts'
import type { VerifiedIdentity } from '#lib/domain/actor.ts'
import { indexPerson } from './index-person.ts'
import { namePersonContext } from './name-person-context.ts'
import { sealJson } from './seal-json.ts'
import { insertSession } from './store.ts'

export interface SignIn {
  /** Who vouches for the person, and under which name there: the pair never changes hands (OpenID Connect Core 2). */
  readonly issuer: string
  readonly subject: string
  readonly identity: VerifiedIdentity
  readonly now: Date
}

/** Takes in what the identity service has proved, fresh at every sign-in, and opens a session. */
export async function signInPerson({ issuer, subject, identity, now }: SignIn): Promise<{
  readonly personId: string
  readonly sessionId: string
}> {
  // The session's id is a bearer secret, hence 122 random bits; the person's is not, and sorts by time.
  const sessionId = randomUUID()
  const personId = await insertSession(database(), {
    personId: randomUUIDv7(),
    sessionId,
    issuer,
    subject,
    personIndex: indexPerson(identity.documentType, identity.documentNumber),
    sealed: sealJson(namePersonContext(issuer, subject), identity),
    now,
  })
  return { personId, sessionId }
}
