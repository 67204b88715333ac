import { z } from '@hono/zod-openapi'
import { getWebhook } from '#lib/booking/get-webhook.ts'
import { listDeliveries } from '#lib/booking/list-deliveries.ts'
import { setWebhook } from '#lib/booking/set-webhook.ts'
import { testWebhook } from '#lib/booking/test-webhook.ts'
import { pool } from '#lib/db/pool.ts'
import { accept } from '#lib/domain/refusal.ts'
import type { AttemptLimit } from '#lib/identity/find-limiter.ts'
import { limitAttempts } from '#lib/identity/limit-attempts.ts'
import { endpoint } from '../endpoint.ts'
import { rateLimited } from '../problem.ts'
import { instantSchema, statusSchema } from '../schemas.ts'

/** Each is a request of ours to a stranger's server. */
const TRIALS: AttemptLimit = { name: 'webhook-trials', points: 10, seconds: 60 }

const urlSchema = z
  .string()
  .min(1)
  .max(500)
  .openapi({ format: 'uri', example: 'https://app.example/yueding' })

export const webhook = endpoint({
  id: 'getWebhook',
  method: 'get',
  path: '/webhook',
  access: 'channel',
  scope: 'book',
  answer: z.object({ url: urlSchema.optional(), waiting: z.int() }).openapi('Webhook'),
  handle: async ({ actor }) => accept(await getWebhook(pool(), actor)),
})

export const webhookSetting = endpoint({
  id: 'setWebhook',
  method: 'post',
  path: '/webhook',
  access: 'channel-write',
  body: z.strictObject({ url: urlSchema.nullable() }).openapi('WebhookWish'),
  example: { body: { url: 'https://app.example/yueding' } },
  answer: z.object({ url: urlSchema.optional(), secret: z.string().optional() }).openapi('WebhookSetting'),
  handle: ({ actor, body: { url }, key, now }) => setWebhook(pool(), { actor, url, key, now }),
})

export const webhookTrial = endpoint({
  id: 'testWebhook',
  method: 'post',
  path: '/webhook/test',
  access: 'channel-write',
  body: z.strictObject({}).openapi('Nothing'),
  example: { body: {} },
  answer: z
    .object({
      id: z.string(),
      delivered: z.boolean(),
      httpStatus: z.int().optional(),
      fault: z.enum(['private-address', 'timeout', 'unreachable']).optional(),
    })
    .openapi('WebhookTrial'),
  refusals: ['not-found'],
  handle: async ({ actor, key, now }) => {
    const wait = await limitAttempts(TRIALS, actor.id)
    return wait === undefined ? testWebhook(pool(), { actor, key, now }) : rateLimited(wait)
  },
})

export const webhookDeliveries = endpoint({
  id: 'listDeliveries',
  method: 'get',
  path: '/webhook/deliveries',
  access: 'channel',
  scope: 'book',
  answer: z.array(
    z
      .object({
        id: z.string(),
        event: z.string(),
        at: instantSchema,
        code: z.string(),
        status: statusSchema,
        attempts: z.int(),
        httpStatus: z.int().optional(),
        deliveredAt: instantSchema.optional(),
        failedAt: instantSchema.optional(),
        nextTryAt: instantSchema.optional(),
      })
      .openapi('WebhookDelivery'),
  ),
  handle: async ({ actor }) => {
    const found = await listDeliveries(pool(), actor)
    return accept(
      found.map(({ id, event, at, code, status, attempts, answer, deliveredAt, failedAt, nextTryAt }) => ({
        id,
        event,
        at: at.toISOString(),
        code,
        status,
        attempts,
        ...(answer === null ? {} : { httpStatus: answer }),
        ...(deliveredAt ? { deliveredAt: deliveredAt.toISOString() } : {}),
        ...(failedAt ? { failedAt: failedAt.toISOString() } : {}),
        ...(deliveredAt || failedAt ? {} : { nextTryAt: nextTryAt.toISOString() }),
      })),
    )
  },
})
