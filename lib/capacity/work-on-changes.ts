import type { Pool } from '#lib/db/pool.ts'
import { catchUpSlots } from './catch-up-slots.ts'
import { listUnfinished } from './change.sql.ts'
import { giveTimesBack } from './give-times-back.ts'
import { moveStranded } from './move-stranded.ts'
import { settleOffers } from './settle-offers.ts'
import { workThroughChange } from './work-through-change.ts'

/** By the clock: looks after whoever stands at a time that is gone, goes on with changes whose couples are not all dealt with, and ends the offers whose time is over. */
export async function workOnChanges(pool: Pool, now: Date, stopping?: AbortSignal): Promise<void> {
  await giveTimesBack(pool, now)
  await moveStranded(pool, now)
  const open = await listUnfinished(pool, now)
  // Of many days of one office those bound by law come first, whichever day is theirs.
  for (const onlyLegal of [true, false])
    for (const id of open) {
      await catchUpSlots(pool, id, now)
      await workThroughChange(pool, id, now, stopping, onlyLegal)
    }
  await settleOffers(pool, now)
}
