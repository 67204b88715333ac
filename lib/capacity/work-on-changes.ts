import type { Pool } from '#lib/db/pool.ts'
import { listUnfinished } from './change.sql.ts'
import { moveStranded } from './move-stranded.ts'
import { settleOffers } from './settle-offers.ts'
import { workThroughChange } from './work-through-change.ts'

/** By the clock: looks after whoever stands at a time that is gone, goes on with changes whose couples are not all dealt with, and ends the offers whose time is over. */
export async function workOnChanges(pool: Pool, now: Date, stopping?: AbortSignal): Promise<void> {
  await moveStranded(pool, now)
  for (const id of await listUnfinished(pool)) await workThroughChange(pool, id, now, stopping)
  await settleOffers(pool, now)
}
