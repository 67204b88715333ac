import type { Pool } from '#lib/db/pool.ts'
import type { Actor } from '#lib/domain/actor.ts'
import { listEntries } from './store.ts'
import { viewEntry, type WaitingView } from './view-entry.ts'

/** What a person has joined, the latest first. */
export async function listOwnWaiting(pool: Pool, actor: Actor, now: Date): Promise<WaitingView[]> {
  const records = await listEntries(pool, actor.id)
  return records.map((record) => viewEntry(record, now))
}
