import { z } from '@hono/zod-openapi'
import { pool } from '#lib/db/pool.ts'
import { countDeadlines } from '#lib/divorce/count-deadlines.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { refuseAcceptance } from '#lib/domain/divorce-case.ts'
import { accept } from '#lib/domain/refusal.ts'
import { endpoint } from '../endpoint.ts'
import { dateSchema } from '../schemas.ts'

const stepSchema = z
  .object({
    date: dateSchema,
    rule: z.enum([
      'accepted',
      'cooling-off-end',
      'cert-window-start',
      'first-service-day',
      'cert-window-end',
    ]),
    article: z.string(),
    movedBecause: z.object({ from: dateSchema, reason: z.literal('rest-day') }).optional(),
  })
  .openapi('DeadlineStep')

export const deadlines = endpoint({
  id: 'getDeadlines',
  method: 'get',
  path: '/deadlines',
  access: 'public',
  query: z.strictObject({ acceptedOn: dateSchema }),
  example: { query: { acceptedOn: '2026-09-01' } },
  answer: z
    .object({
      acceptedOn: dateSchema,
      coolingOffEnd: dateSchema,
      certWindowStart: dateSchema,
      firstServiceDay: dateSchema,
      certWindowEnd: dateSchema,
      provisional: z.boolean(),
      explanation: z.array(stepSchema),
    })
    .openapi('Deadlines'),
  handle: async ({ query: { acceptedOn }, now }) => {
    const refusal = refuseAcceptance(acceptedOn, shanghaiToday(now))
    if (refusal) return refusal
    const { explanation, ...found } = (await countDeadlines(pool(), { acceptedOn, now })).deadlines
    return accept({ ...found, explanation: [...explanation] })
  },
})
