import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { postWebhook, type WebhookAnswer } from '#lib/identity/post-webhook.ts'
import { openWebhookSecrets } from './open-webhook-secrets.ts'
import {
  claimDeliveries,
  type DueDelivery,
  giveUpWaiting,
  removeWebhook,
  selectWebhook,
  settleDelivery,
} from './webhook.sql.ts'
import { writeNotice } from './write-notice.ts'

/** So many at once, each of another appointment: a receiver that is slow is not flooded as well. */
const AT_ONCE = 8
/** Long enough for a try and its mark; then a worker counts as dead, and its work is done again. */
const LEASE_MS = 60_000

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
/** How long to wait after each try that failed; about three days in all. */
const DELAYS_MS = [
  5 * SECOND,
  MINUTE,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  18 * HOUR,
  22 * HOUR,
]

/**
 * Tells one channel what is due at this instant, some changes at a time; returns how many were tried. At least once: a
 * worker that dies between sending and marking leaves its work to the next, under the same id. 2xx is done, 410 switches
 * the webhook off, anything else is tried again for about three days.
 */
export async function deliverWebhooks(
  pool: Pool,
  { channelId, now }: { readonly channelId: string; readonly now: Date },
): Promise<number> {
  const webhook = await selectWebhook(pool, channelId)
  if (!webhook || webhook.pausedAt) return 0
  const { url } = webhook
  const secrets = openWebhookSecrets(channelId, webhook, now)
  const until = new Date(now.getTime() + LEASE_MS)
  const due = await claimDeliveries(pool, { channelId, now, until, most: AT_ONCE })
  await Promise.all(
    due.map(async (delivery) => {
      const message = { id: delivery.id, at: now, body: writeNotice(delivery) }
      const answer = await postWebhook({ url, secrets }, message)
      if ('status' in answer && answer.status === 410)
        await switchOff(pool, { channelId, url, delivery, now })
      else await settleDelivery(pool, delivery.id, outcomeOf(answer, delivery, now))
    }),
  )
  return due.length
}

function outcomeOf(
  answer: WebhookAnswer,
  { attempts }: DueDelivery,
  now: Date,
): Parameters<typeof settleDelivery>[2] {
  const status = 'status' in answer ? answer.status : undefined
  if (status !== undefined && status >= 200 && status < 300) return { answer: status, deliveredAt: now }
  const delay = DELAYS_MS[attempts - 1]
  if (delay === undefined) return { answer: status, failedAt: now }
  return { answer: status, nextTryAt: new Date(now.getTime() + delay) }
}

/** The receiver is gone for good. What still waits for it waits in vain, unless the channel has named another. */
async function switchOff(
  pool: Pool,
  gone: {
    readonly channelId: string
    readonly url: string
    readonly delivery: DueDelivery
    readonly now: Date
  },
): Promise<void> {
  const { channelId, url, delivery, now } = gone
  await settleDelivery(pool, delivery.id, { answer: 410, failedAt: now })
  await poolTransaction(pool, async (client) => {
    if (await removeWebhook(client, channelId, url)) await giveUpWaiting(client, channelId, now)
  })
}
