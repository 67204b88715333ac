import { createHmac } from 'node:crypto'

export interface WebhookMessage {
  /** The same at every try. */
  readonly id: string
  /** When this try is made. */
  readonly at: Date
  readonly body: string
}

/**
 * The headers by which a receiver knows that a message is ours, fresh and unaltered, as the open specification Standard
 * Webhooks has them (https://www.standardwebhooks.com), so that receivers find ready libraries. `secret` is `whsec_` and
 * the key in base64.
 */
export function signWebhook(secret: string, { id, at, body }: WebhookMessage): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` }
}
