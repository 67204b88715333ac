import { openJson } from '#lib/identity/open-json.ts'
import { nameWebhookContext } from './name-webhook-context.ts'

/** What a channel hears when it sets its webhook. */
export interface WebhookSetting {
  readonly url?: string
  readonly secret?: string
}

/** The same as it is kept: a secret never lies open in the database. */
export interface StoredWebhook {
  readonly url?: string
  readonly sealed?: string
}

/** The kept answer again, with the secret that went with it. */
export function readWebhookAnswer(channelId: string, { url, sealed }: StoredWebhook): WebhookSetting {
  if (!url || !sealed) return {}
  return { url, secret: openJson<string>(nameWebhookContext(channelId), Buffer.from(sealed, 'base64')) }
}
