import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { accept, type Result } from '#lib/domain/refusal.ts'
import { changeChannel } from '#lib/identity/change-channel.ts'
import { setWebhookPaused } from './webhook.sql.ts'

/** Stops telling a channel of changes, or goes on; what happens meanwhile waits and is told afterwards, in order. */
export function pauseWebhook(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly channelId: string
    readonly paused: boolean
    readonly now: Date
  },
): Promise<Result<true>> {
  const { actor, channelId, paused, now } = wish
  return changeChannel(pool, {
    actor,
    channelId,
    act: paused ? 'webhook-paused' : 'webhook-resumed',
    now,
    change: async (client) => {
      await setWebhookPaused(client, channelId, paused ? now : null)
      return accept(true)
    },
  })
}
