import type { Pool } from '#lib/db/pool.ts'
import type { ChannelActor } from '#lib/domain/actor.ts'
import { countWaiting, selectWebhook } from './webhook.sql.ts'

/** Where a channel is told of changes, and how many it has still to hear of. The secret is never told again. */
export async function getWebhook(
  pool: Pool,
  actor: ChannelActor,
): Promise<{ readonly url?: string; readonly waiting: number }> {
  const [webhook, waiting] = await Promise.all([selectWebhook(pool, actor.id), countWaiting(pool, actor.id)])
  return { ...(webhook ? { url: webhook.url } : {}), waiting }
}
