import { drawRandom } from '#lib/identity/draw-random.ts'

const BYTES = 32

/** A new secret of a webhook, as Standard Webhooks writes them. */
export function drawWebhookSecret(): string {
  return `whsec_${drawRandom(BYTES).toString('base64')}`
}
