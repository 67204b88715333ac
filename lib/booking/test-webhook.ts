import type { Pool } from '#lib/db/pool.ts'
import type { ChannelActor } from '#lib/domain/actor.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { sendTrial, type WebhookTrial } from './send-trial.ts'
import { selectWebhook } from './webhook.sql.ts'
import { writeOnce } from './write-once.ts'

/**
 * Sends a channel a message of event `test` at once and tells what its receiver answered. Sent before it is written
 * down, so that no transaction waits for a stranger; the same request again sends nothing new.
 */
export async function testWebhook(
  pool: Pool,
  { actor, key, now }: { readonly actor: ChannelActor; readonly key: string; readonly now: Date },
): Promise<Result<WebhookTrial>> {
  const once = { actor, key, operation: 'test-webhook', request: null, now }
  const known = await writeOnce<WebhookTrial>(pool, { ...once, write: async () => refuse('not-found') })
  if (known.ok || known.reason !== 'not-found') return known
  const webhook = await selectWebhook(pool, actor.id)
  if (!webhook) return refuse('not-found', [{ path: 'url', reason: 'no-webhook' }])
  const trial = await sendTrial({ channelId: actor.id, webhook, id: key, now })
  return writeOnce<WebhookTrial>(pool, { ...once, write: async () => accept(trial) })
}
