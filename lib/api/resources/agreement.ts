import { z } from '@hono/zod-openapi'
import { confirmAppointment } from '#lib/booking/confirm-appointment.ts'
import { declineAppointment } from '#lib/booking/decline-appointment.ts'
import { pool } from '#lib/db/pool.ts'
import { agreementBody } from '../body-schemas.ts'
import { endpoint } from '../endpoint.ts'
import { CODE, SECOND } from '../example-people.ts'
import { guardCode } from '../guard-code.ts'
import { codeSchema } from '../schemas.ts'

const asked = {
  method: 'post',
  access: 'write',
  params: z.strictObject({ code: codeSchema }),
  body: agreementBody,
  example: { params: { code: CODE }, body: { partnerCode: 'ABCD-EFGH', onBehalfOf: SECOND } },
  answer: z.object({ code: z.string(), status: z.enum(['confirmed', 'declined']) }).openapi('Agreement'),
} as const

export const confirm = endpoint({
  ...asked,
  id: 'confirmAppointment',
  path: '/appointments/{code}/confirm',
  refusals: ['partner-code-wrong', 'hold-expired', 'already-booked', 'not-found'],
  handle: ({ actor, params: { code }, body: { partnerCode }, key, client, now }) =>
    guardCode({ actor, code, client }, () =>
      confirmAppointment(pool(), { actor, code, partnerCode, key, now }),
    ),
})

export const decline = endpoint({
  ...asked,
  id: 'declineAppointment',
  path: '/appointments/{code}/decline',
  refusals: ['partner-code-wrong', 'hold-expired', 'not-found'],
  handle: ({ actor, params: { code }, body: { partnerCode }, key, client, now }) =>
    guardCode({ actor, code, client }, () =>
      declineAppointment(pool(), { actor, code, partnerCode, key, now }),
    ),
})
