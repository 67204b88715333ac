import { openJson } from '#lib/identity/open-json.ts'
import { nameWebhookContext } from './name-webhook-context.ts'
import type { WebhookRow } from './webhook.sql.ts'

/** The secrets that sign what a channel is told now: the present one, and the one before while it still counts. */
export function openWebhookSecrets(
  channelId: string,
  { sealed, oldSealed, oldUntil }: WebhookRow,
  now: Date,
): string[] {
  const all = oldSealed && oldUntil && oldUntil > now ? [sealed, oldSealed] : [sealed]
  return all.map((one) => openJson<string>(nameWebhookContext(channelId), one))
}
