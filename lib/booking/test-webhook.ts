import type { Pool } from '#lib/db/pool.ts'
import type { ChannelActor } from '#lib/domain/actor.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { openJson } from '#lib/identity/open-json.ts'
import { postWebhook, type WebhookAnswer } from '#lib/identity/post-webhook.ts'
import { nameWebhookContext } from './name-webhook-context.ts'
import { selectWebhook } from './webhook.sql.ts'
import { writeOnce } from './write-once.ts'

export interface WebhookTrial {
  /** Under which the receiver saw it: the idempotency key of the request. */
  readonly id: string
  readonly delivered: boolean
  readonly httpStatus?: number
  readonly fault?: 'private-address' | 'timeout' | 'unreachable'
}

/**
 * Sends a channel a message of event `test` at once and tells what its receiver answered. Sent before it is written
 * down, so that no transaction waits for a stranger; the same request again sends nothing new.
 */
export async function testWebhook(
  pool: Pool,
  { actor, key, now }: { readonly actor: ChannelActor; readonly key: string; readonly now: Date },
): Promise<Result<WebhookTrial>> {
  const once = { actor, key, operation: 'test-webhook', request: null, now }
  const known = await writeOnce<WebhookTrial>(pool, { ...once, write: async () => refuse('not-found') })
  if (known.ok || known.reason !== 'not-found') return known
  const webhook = await selectWebhook(pool, actor.id)
  if (!webhook) return refuse('not-found', [{ path: 'url', reason: 'no-webhook' }])
  const secret = openJson<string>(nameWebhookContext(actor.id), webhook.sealed)
  const body = JSON.stringify({ id: key, event: 'test', at: now.toISOString() })
  const answer = await postWebhook({ url: webhook.url, secret }, { id: key, at: now, body })
  return writeOnce<WebhookTrial>(pool, { ...once, write: async () => accept(trialOf(key, answer)) })
}

function trialOf(id: string, answer: WebhookAnswer): WebhookTrial {
  if ('fault' in answer) return { id, delivered: false, fault: answer.fault }
  return { id, delivered: answer.status >= 200 && answer.status < 300, httpStatus: answer.status }
}
