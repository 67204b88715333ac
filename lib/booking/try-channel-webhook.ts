import { randomUUID } from 'node:crypto'
import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { changeChannel } from '#lib/identity/change-channel.ts'
import { sendTrial, type WebhookTrial } from './send-trial.ts'
import { selectWebhook } from './webhook.sql.ts'

/** Sends a channel's receiver a message of event `test` and tells what it answered; paused or not. */
export async function tryChannelWebhook(
  pool: Pool,
  wish: { readonly actor: StaffActor; readonly channelId: string; readonly now: Date },
): Promise<Result<WebhookTrial>> {
  const { actor, channelId, now } = wish
  const found = await changeChannel(pool, {
    actor,
    channelId,
    act: 'webhook-tested',
    now,
    change: async (client) => {
      const webhook = await selectWebhook(client, channelId)
      return webhook ? accept(webhook) : refuse('not-found', [{ path: 'url', reason: 'no-webhook' }])
    },
  })
  if (!found.ok) return found
  return accept(await sendTrial({ channelId, webhook: found.value, id: randomUUID(), now }))
}
