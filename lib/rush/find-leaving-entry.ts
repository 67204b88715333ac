import type { Pool } from '#lib/db/pool.ts'
import { hashToken } from '#lib/identity/hash-token.ts'
import { findByLeaveHash } from './store.ts'
import { viewEntry, type WaitingView } from './view-entry.ts'

/** The place in line that a link is about: looking at it changes nothing. */
export async function findLeavingEntry(
  pool: Pool,
  token: string,
  now: Date,
): Promise<WaitingView | undefined> {
  const record = await findByLeaveHash(pool, hashToken(token))
  return record && viewEntry(record, now)
}
