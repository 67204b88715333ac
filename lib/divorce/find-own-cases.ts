import type { Pool } from '#lib/db/pool.ts'
import type { VerifiedIdentity } from '#lib/domain/actor.ts'
import { normalizeNumber } from '#lib/domain/identity-number.ts'
import { indexPerson } from '#lib/identity/index-person.ts'
import { type CaseRecord, findCasesOf } from './store.ts'

/** The cases in which this person is one of the two, the open one first. */
export function findOwnCases(pool: Pool, identity: VerifiedIdentity): Promise<CaseRecord[]> {
  return findCasesOf(pool, indexPerson(identity.documentType, normalizeNumber(identity.documentNumber)))
}
