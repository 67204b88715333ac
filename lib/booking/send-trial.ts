import { postWebhook } from '#lib/identity/post-webhook.ts'
import { openWebhookSecrets } from './open-webhook-secrets.ts'
import type { WebhookRow } from './webhook.sql.ts'

export interface WebhookTrial {
  /** Under which the receiver saw it: the idempotency key of the request. */
  readonly id: string
  readonly delivered: boolean
  readonly httpStatus?: number
  readonly fault?: 'private-address' | 'timeout' | 'unreachable'
}

/** Sends a message of event `test`, once, and tells what came of it. Outside of any transaction: nobody waits for a stranger. */
export async function sendTrial(trial: {
  readonly channelId: string
  readonly webhook: WebhookRow
  readonly id: string
  readonly now: Date
}): Promise<WebhookTrial> {
  const { channelId, webhook, id, now } = trial
  const secrets = openWebhookSecrets(channelId, webhook, now)
  const body = JSON.stringify({ id, event: 'test', at: now.toISOString() })
  const answer = await postWebhook({ url: webhook.url, secrets }, { id, at: now, body })
  if ('fault' in answer) return { id, delivered: false, fault: answer.fault }
  return { id, delivered: answer.status >= 200 && answer.status < 300, httpStatus: answer.status }
}
