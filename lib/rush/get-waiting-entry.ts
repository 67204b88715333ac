import type { Pool } from '#lib/db/pool.ts'
import type { Actor } from '#lib/domain/actor.ts'
import { isUuid } from '#lib/domain/uuid.ts'
import { findEntry } from './store.ts'
import { viewEntry, type WaitingView } from './view-entry.ts'

/** One's own place in line; of anybody else's there is none. */
export async function getWaitingEntry(
  pool: Pool,
  wish: { readonly actor: Actor; readonly entryId: string; readonly now: Date },
): Promise<WaitingView | undefined> {
  const record = isUuid(wish.entryId) ? await findEntry(pool, wish.entryId) : undefined
  return record?.personId === wish.actor.id ? viewEntry(record, wish.now) : undefined
}
