import { z } from '@hono/zod-openapi'
import type { BookingAnswer } from '#lib/booking/booking-answer.ts'
import { findResult } from '#lib/booking/find-result.ts'
import { keySchema } from '#lib/booking/schema.ts'
import { pool } from '#lib/db/pool.ts'
import { accept } from '#lib/domain/refusal.ts'
import { wireBooking } from '../appointment-wire.ts'
import { endpoint } from '../endpoint.ts'

/** What became of a write whose answer was lost on the way. */
export const results = endpoint({
  id: 'getResult',
  method: 'get',
  path: '/results/{key}',
  access: 'own',
  params: z.strictObject({
    key: keySchema.openapi({ param: { name: 'key', in: 'path' }, type: 'string', format: 'uuid' }),
  }),
  answer: z
    .object({
      operation: z.enum(['book', 'confirm', 'decline', 'move', 'cancel', 'set-webhook', 'test-webhook']),
      answer: z.looseObject({ code: z.string().optional(), status: z.string().optional() }),
    })
    .openapi('WriteOutcome'),
  example: { params: { key: '0197a2c4-5b1e-7c3d-9f10-2a4b6c8d0e12' } },
  refusals: ['not-found'],
  handle: async ({ actor, params: { key }, locale, now }) => {
    const found = await findResult(pool(), actor, key.toLowerCase())
    if (!found.ok) return found
    const { operation, answer } = found.value
    return accept({
      operation: operation as 'book',
      answer:
        operation === 'book'
          ? await wireBooking(answer as BookingAnswer, { locale, now })
          : (answer as Agreed),
    })
  },
})

type Agreed = { readonly code: string; readonly status: string }
