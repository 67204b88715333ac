import type { Pool } from '#lib/db/pool.ts'

const KEPT_DAYS = 7

/** The demo forgets its letters after a week. */
export async function discardOldDemoLetters(pool: Pool, now: Date): Promise<void> {
  await pool.query('DELETE FROM demo_letter WHERE created_at < $1', [
    new Date(now.getTime() - KEPT_DAYS * 86_400_000),
  ])
}
