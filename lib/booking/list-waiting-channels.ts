import type { Pool } from '#lib/db/pool.ts'
import { selectWaitingChannels } from './webhook.sql.ts'

/** The channels that have a change of their appointments to hear of at this instant. */
export function listWaitingChannels(pool: Pool, now: Date): Promise<string[]> {
  return selectWaitingChannels(pool, now)
}
