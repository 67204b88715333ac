import { z } from '@hono/zod-openapi'
import { cancelAppointment } from '#lib/booking/cancel-appointment.ts'
import { moveAppointment } from '#lib/booking/move-appointment.ts'
import { pool } from '#lib/db/pool.ts'
import { cancellationBody, moveBody } from '../body-schemas.ts'
import { endpoint } from '../endpoint.ts'
import { CODE, FIRST } from '../example-people.ts'
import { guardCode } from '../guard-code.ts'
import { codeSchema, instantSchema, statusSchema } from '../schemas.ts'

const params = z.strictObject({ code: codeSchema })

export const move = endpoint({
  id: 'moveAppointment',
  method: 'post',
  path: '/appointments/{code}/move',
  access: 'write',
  params,
  body: moveBody,
  example: { params: { code: CODE }, body: { slotId: 2, onBehalfOf: FIRST } },
  answer: z
    .object({
      code: z.string(),
      status: statusSchema,
      heldUntil: instantSchema.optional(),
      partnerCode: z.string().optional(),
    })
    .openapi('Move'),
  refusals: [
    'slot-full',
    'slot-closed',
    'not-released',
    'too-late',
    'not-eligible',
    'wrong-office',
    'hold-expired',
    'not-found',
  ],
  handle: ({ actor, params: { code }, body: { slotId }, key, client, now }) =>
    guardCode({ actor, code, client }, () => moveAppointment(pool(), { actor, code, slotId, key, now })),
})

export const cancel = endpoint({
  id: 'cancelAppointment',
  method: 'post',
  path: '/appointments/{code}/cancel',
  access: 'write',
  params,
  body: cancellationBody,
  example: { params: { code: CODE }, body: { onBehalfOf: FIRST } },
  answer: z.object({ code: z.string(), status: z.literal('cancelled') }).openapi('Cancellation'),
  refusals: ['too-late', 'not-found'],
  handle: ({ actor, params: { code }, body: { reason }, key, client, now }) =>
    guardCode({ actor, code, client }, () => cancelAppointment(pool(), { actor, code, reason, key, now })),
})
