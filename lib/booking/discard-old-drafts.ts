import type { Pool } from '#lib/db/pool.ts'

const KEPT_FOR_MS = 24 * 3_600_000

/** Answers that nobody came back to within a day are forgotten. */
export async function discardOldDrafts(pool: Pool, now: Date): Promise<void> {
  await pool.query('DELETE FROM draft WHERE updated_at < $1', [new Date(now.getTime() - KEPT_FOR_MS)])
}
