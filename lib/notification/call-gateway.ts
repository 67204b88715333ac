import { createHmac } from 'node:crypto'
import type { Delivery, WrittenLetter } from '#lib/domain/letter.ts'

export interface GatewaySettings {
  readonly url: string
  /** Shared with the gateway; signs every call. */
  readonly secret: string
}

const MOST_MS = 10_000

/**
 * Hands a text message or a WeChat subscription message to the gateway of the operator (docs/messages.md): JSON, signed
 * as Standard Webhooks are, with an id that is the same at every try.
 */
export async function callGateway(
  { url, secret }: GatewaySettings,
  letter: WrittenLetter,
  now: Date,
): Promise<Delivery> {
  const { key, medium, address, event, locale, text, fields } = letter
  const body = JSON.stringify({ id: key, medium, to: address, event, locale, text, fields })
  const time = Math.floor(now.getTime() / 1000)
  const signature = createHmac('sha256', secret).update(`${key}.${time}.${body}`).digest('base64')
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        'idempotency-key': key,
        'webhook-id': key,
        'webhook-timestamp': String(time),
        'webhook-signature': `v1,${signature}`,
      },
      redirect: 'manual',
      signal: AbortSignal.timeout(MOST_MS),
    })
    await response.body?.cancel()
    return judgeStatus(response.status, medium)
  } catch {
    return { state: 'away' }
  }
}

function judgeStatus(status: number, medium: WrittenLetter['medium']): Delivery {
  if (status >= 200 && status < 300) return { state: 'sent', medium }
  // It has this letter already.
  if (status === 409) return { state: 'sent', medium }
  if (status === 410) return { state: 'dead-address' }
  if (status === 400 || status === 422) return { state: 'refused' }
  if (status === 425) return { state: 'later' }
  return { state: 'away' }
}
