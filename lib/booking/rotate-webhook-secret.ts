import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { OVERLAP_DAYS } from '#lib/domain/channel.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { changeChannel } from '#lib/identity/change-channel.ts'
import { sealJson } from '#lib/identity/seal-json.ts'
import { drawWebhookSecret } from './draw-webhook-secret.ts'
import { nameWebhookContext } from './name-webhook-context.ts'
import { replaceSecret, selectWebhook } from './webhook.sql.ts'

const DAY_MS = 86_400_000

/** A new secret for the messages of a channel, told only now; the old one signs beside it for some days (0: no longer). */
export function rotateWebhookSecret(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly channelId: string
    readonly overlapDays: number
    readonly now: Date
  },
): Promise<Result<string>> {
  const { actor, channelId, overlapDays, now } = wish
  return changeChannel(pool, {
    actor,
    channelId,
    act: 'webhook-secret-rotated',
    detail: { overlapDays },
    now,
    change: async (client) => {
      if (!OVERLAP_DAYS.some((days) => days === overlapDays))
        return refuse('invalid-input', [{ path: 'overlapDays', reason: 'wrong-value' }])
      const webhook = await selectWebhook(client, channelId)
      if (!webhook) return refuse('not-found', [{ path: 'url', reason: 'no-webhook' }])
      const secret = drawWebhookSecret()
      const sealed = sealJson(nameWebhookContext(channelId), secret)
      const until = new Date(now.getTime() + overlapDays * DAY_MS)
      await replaceSecret(client, channelId, { sealed, until })
      return accept(secret)
    },
  })
}
