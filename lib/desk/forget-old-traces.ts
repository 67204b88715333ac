import type { Pool } from '#lib/db/pool.ts'
import { horizonOf } from '#lib/domain/retention.ts'
import { env } from '#lib/env.ts'
import { deleteAlarms } from './alarm.sql.ts'
import { clearRatingWords } from './rating.sql.ts'
import { deleteRoomUses, forgetWhoUsedRooms } from './room.sql.ts'

const BATCH = 500

/**
 * Forgets what people wrote about visits `RETENTION_DAYS` after the matter ended, and old calls for help; who was in which
 * room is forgotten the next night (个人信息保护法 art. 19, 47). Counts stay. Returns how many ratings lost their words.
 */
export async function forgetOldTraces(
  pool: Pool,
  now: Date,
  { retentionDays = env.retentionDays }: { readonly retentionDays?: number } = {},
): Promise<number> {
  const before = horizonOf(now, retentionDays)
  await forgetWhoUsedRooms(pool, now)
  await deleteRoomUses(pool, before)
  await deleteAlarms(pool, before)
  let total = 0
  for (;;) {
    const done = await clearRatingWords(pool, { before, size: BATCH })
    if (done === 0) return total
    total += done
  }
}
