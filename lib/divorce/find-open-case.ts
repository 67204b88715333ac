import type { Pool } from '#lib/db/pool.ts'
import type { VerifiedIdentity } from '#lib/domain/actor.ts'
import { findOwnCases } from './find-own-cases.ts'
import type { CaseRecord } from './store.ts'

/** The open case in which this person is one of the two; nobody is in more than one. */
export async function findOpenCase(pool: Pool, identity: VerifiedIdentity): Promise<CaseRecord | undefined> {
  const cases = await findOwnCases(pool, identity)
  return cases.find(({ status }) => status === 'open')
}
