import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import type { WebhookEvent } from '#lib/domain/channel.ts'
import type { OfficePlace } from '#lib/domain/permissions.ts'
import { accept, type Result } from '#lib/domain/refusal.ts'
import { showChannel } from '#lib/identity/show-channel.ts'
import { countWaiting, type DeliveryRecord, selectDeliveries, selectWebhook } from './webhook.sql.ts'

const MOST = 20

/** Where a channel is told of changes, and how that went lately; never the secret. */
export interface ChannelWebhook {
  /** Undefined where it wants to hear of nothing, or was switched off. */
  readonly url: string | undefined
  /** None: of all. */
  readonly events: readonly WebhookEvent[]
  readonly pausedAt: Date | null
  /** Until when the secret of before signs beside the present one. */
  readonly oldUntil: Date | null
  readonly waiting: number
  readonly deliveries: readonly DeliveryRecord[]
}

/** For those who may see the channel. */
export async function showChannelWebhook(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly office: OfficePlace
    readonly channelId: string
    readonly now: Date
  },
): Promise<Result<ChannelWebhook>> {
  const { channelId, now } = wish
  const shown = await showChannel(pool, wish)
  if (!shown.ok) return shown
  const [webhook, waiting, deliveries] = await Promise.all([
    selectWebhook(pool, channelId),
    countWaiting(pool, channelId),
    selectDeliveries(pool, channelId, MOST),
  ])
  const oldUntil = webhook?.oldUntil && webhook.oldUntil > now ? webhook.oldUntil : null
  const { url, events = [], pausedAt = null } = webhook ?? {}
  return accept({ url, events, pausedAt, oldUntil, waiting, deliveries })
}
