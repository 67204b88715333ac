import type { Pool } from '#lib/db/pool.ts'

const KEPT_FOR_MS = 30 * 24 * 3_600_000

/** What was told a channel, or given up, is forgotten after thirty days. */
export async function discardOldDeliveries(pool: Pool, now: Date): Promise<void> {
  await pool.query(
    'DELETE FROM webhook_delivery WHERE at < $1 AND (delivered_at IS NOT NULL OR failed_at IS NOT NULL)',
    [new Date(now.getTime() - KEPT_FOR_MS)],
  )
}
