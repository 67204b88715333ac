import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import type { WebhookEvent } from '#lib/domain/channel.ts'
import { accept, type Result } from '#lib/domain/refusal.ts'
import { changeChannel } from '#lib/identity/change-channel.ts'
import { readWebhookUrl } from '#lib/identity/read-webhook-url.ts'
import { sealJson } from '#lib/identity/seal-json.ts'
import { drawWebhookSecret } from './draw-webhook-secret.ts'
import { nameWebhookContext } from './name-webhook-context.ts'
import { giveUpWaiting, selectWebhook, updateWebhook, updateWebhookAddress } from './webhook.sql.ts'

/**
 * Staff set where a channel is told of changes, and of which (none: of all). The first address comes with a secret, told
 * only in this answer; another one keeps it. `null` switches it off, and what waits is given up.
 */
export async function setChannelWebhook(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly channelId: string
    readonly url: string | null
    readonly events: readonly WebhookEvent[]
    readonly now: Date
  },
): Promise<Result<{ readonly secret?: string }>> {
  const { actor, channelId, events, now } = wish
  const read = wish.url === null ? undefined : readWebhookUrl(wish.url)
  if (read && !read.ok) return read
  const url = read?.value.href
  return changeChannel<{ readonly secret?: string }>(pool, {
    actor,
    channelId,
    act: url ? 'webhook-set' : 'webhook-removed',
    detail: { events },
    now,
    change: async (client) => {
      if (!url) {
        await updateWebhook(client, channelId, undefined)
        await giveUpWaiting(client, channelId, now)
        return accept({})
      }
      const known = await selectWebhook(client, channelId)
      const secret = known ? undefined : drawWebhookSecret()
      if (secret) {
        const sealed = sealJson(nameWebhookContext(channelId), secret)
        await updateWebhook(client, channelId, { url, sealed })
      }
      await updateWebhookAddress(client, channelId, { url, events })
      return accept(secret ? { secret } : {})
    },
  })
}
