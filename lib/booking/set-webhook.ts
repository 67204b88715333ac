import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import type { ChannelActor } from '#lib/domain/actor.ts'
import { accept, type Result } from '#lib/domain/refusal.ts'
import { readWebhookUrl } from '#lib/identity/read-webhook-url.ts'
import { sealJson } from '#lib/identity/seal-json.ts'
import { drawWebhookSecret } from './draw-webhook-secret.ts'
import { nameWebhookContext } from './name-webhook-context.ts'
import { readWebhookAnswer, type StoredWebhook, type WebhookSetting } from './read-webhook-answer.ts'
import { giveUpWaiting, updateWebhook } from './webhook.sql.ts'
import { writeOnce } from './write-once.ts'

export interface WebhookWish {
  readonly actor: ChannelActor
  /** Null switches it off. */
  readonly url: string | null
  readonly key: string
  readonly now: Date
}

/**
 * Sets where a channel is told of changes, with a new secret that is told only in this answer (and in the answer to the
 * same request sent again). What still waits goes to the new address; switched off, it is given up.
 */
export async function setWebhook(pool: Pool, wish: WebhookWish): Promise<Result<WebhookSetting>> {
  const { actor, url, key, now } = wish
  const read = url === null ? undefined : readWebhookUrl(url)
  if (read && !read.ok) return read
  const answer = await writeOnce<StoredWebhook>(pool, {
    actor,
    key,
    operation: 'set-webhook',
    request: url,
    now,
    write: async (client) => {
      const sealed = sealJson(nameWebhookContext(actor.id), drawWebhookSecret())
      await updateWebhook(client, actor.id, read && { url: read.value.href, sealed })
      if (!read) await giveUpWaiting(client, actor.id, now)
      await writeEntry(client, {
        at: now,
        actorKind: 'channel',
        actorId: actor.id,
        act: read ? 'webhook-set' : 'webhook-removed',
        subjectKind: 'channel',
        subjectId: actor.id,
      })
      return accept(read ? { url: read.value.href, sealed: sealed.toString('base64') } : {})
    },
  })
  return answer.ok ? accept(readWebhookAnswer(actor.id, answer.value)) : answer
}
