import { z } from '@hono/zod-openapi'
import { bookAppointment } from '#lib/booking/book-appointment.ts'
import { getAppointment } from '#lib/booking/get-appointment.ts'
import { pool } from '#lib/db/pool.ts'
import { accept } from '#lib/domain/refusal.ts'
import { wireBooking, wireView } from '../appointment-wire.ts'
import { bookingBody } from '../body-schemas.ts'
import { endpoint } from '../endpoint.ts'
import { CODE, FIRST, PAIR } from '../example-people.ts'
import { guardCode } from '../guard-code.ts'
import { appointmentSchema, codeSchema } from '../schemas.ts'

/** PERF: the hottest write of the house; parsed once, validated once, seated together with its neighbours. */
export const book = endpoint({
  id: 'bookAppointment',
  method: 'post',
  path: '/appointments',
  access: 'write',
  body: bookingBody,
  status: 201,
  example: { body: { slotId: 1, service: 'MARRIAGE', parties: PAIR, onBehalfOf: FIRST } },
  answer: appointmentSchema,
  refusals: [
    'slot-full',
    'slot-closed',
    'not-released',
    'too-late',
    'not-eligible',
    'already-booked',
    'outside-legal-window',
    'wrong-office',
    'office-not-competent',
    'blocked-no-show',
    'not-found',
  ],
  handle: async ({ actor, body, key, locale, now }) => {
    const { slotId, service, parties } = body
    const booked = await bookAppointment(pool(), {
      actor,
      input: { slotId, service, parties },
      key,
      locale: body.locale ?? locale,
      now,
    })
    return booked.ok ? accept(await wireBooking(booked.value, { locale, now })) : booked
  },
})

export const appointment = endpoint({
  id: 'getAppointment',
  method: 'get',
  path: '/appointments/{code}',
  access: 'own',
  params: z.strictObject({ code: codeSchema }),
  example: { params: { code: CODE } },
  answer: appointmentSchema,
  refusals: ['not-found'],
  handle: async ({ actor, params: { code }, client, locale, now }) => {
    const found = await guardCode({ actor, code, client }, () => getAppointment(pool(), code, actor, now))
    return found.ok ? accept(await wireView(found.value, { locale, now })) : found
  },
})
