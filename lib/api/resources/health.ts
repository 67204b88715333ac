import { z } from '@hono/zod-openapi'
import { checkReadiness } from '#lib/db/check-readiness.ts'
import { accept } from '#lib/domain/refusal.ts'
import { endpoint } from '../endpoint.ts'
import { jsonReply, NOT_STORED } from '../reply.ts'

export const live = endpoint({
  id: 'live',
  method: 'get',
  path: '/health/live',
  access: 'public',
  answer: z.object({ status: z.literal('live') }).openapi('Live'),
  handle: async () => accept({ status: 'live' as const }),
})

/** For a load balancer: 503 takes this process out of turn without ending it. */
export const ready = endpoint({
  id: 'ready',
  method: 'get',
  path: '/health/ready',
  access: 'public',
  answer: z
    .object({ status: z.enum(['ready', 'not-ready']), database: z.boolean(), migrations: z.boolean() })
    .openapi('Ready'),
  handle: async () => {
    const readiness = await checkReadiness()
    const isReady = readiness.database && readiness.migrations
    const headers = isReady ? NOT_STORED : { ...NOT_STORED, 'Retry-After': '2' }
    return jsonReply(isReady ? 200 : 503, { status: isReady ? 'ready' : 'not-ready', ...readiness }, headers)
  },
})
