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
 * Webhooks has them (https://www.standardwebhooks.com), so that receivers find ready libraries. A secret is `whsec_` and
 * the key in base64; while a secret is being changed the old one signs beside the new one.
 */
export function signWebhook(
  secrets: readonly string[],
  { id, at, body }: WebhookMessage,
): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
  })
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') }
}
