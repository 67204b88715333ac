import type { Pool } from '#lib/db/pool.ts'
import { deleteDrafts } from './draft.sql.ts'

/** As long as somebody else may take to agree. */
const KEPT_FOR_MS = 8 * 86_400_000

/** Forgets changes that were looked at and not made. */
export function forgetDrafts(pool: Pool, now: Date): Promise<number> {
  return deleteDrafts(pool, new Date(now.getTime() - KEPT_FOR_MS))
}
