import { z } from '@hono/zod-openapi'
import { pool } from '#lib/db/pool.ts'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { divorceDeadlines } from '#lib/domain/cooling-off.ts'
import { accept, refuse } from '#lib/domain/refusal.ts'
import { loadCalendar } from '#lib/office/load-calendar.ts'
import { endpoint } from '../endpoint.ts'
import { dateSchema } from '../schemas.ts'

/** Art. 1077 of the Civil Code, in force from this day. */
const FIRST_DAY = calendarDate('2021-01-01')

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
    if (acceptedOn < FIRST_DAY)
      return refuse('invalid-input', [{ path: 'acceptedOn', reason: 'before-the-rule' }])
    if (acceptedOn > shanghaiToday(now))
      return refuse('invalid-input', [{ path: 'acceptedOn', reason: 'in-future' }])
    const { explanation, ...found } = divorceDeadlines(await loadCalendar(pool(), now), acceptedOn)
    return accept({ ...found, explanation: [...explanation] })
  },
})
