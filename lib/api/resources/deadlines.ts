import { z } from '@hono/zod-openapi'
import { pool } from '#lib/db/pool.ts'
import type { Calendar } from '#lib/domain/calendar.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { divorceDeadlines, safeDays, USUAL_READING } from '#lib/domain/cooling-off.ts'
import { refuseCounting } from '#lib/domain/countable-day.ts'
import { accept } from '#lib/domain/refusal.ts'
import { provisionalText, stepText } from '#lib/format/deadline-text.ts'
import { loadCalendar } from '#lib/office/load-calendar.ts'
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
    text: z.string(),
    law: z.string(),
  })
  .openapi('DeadlineStep')

const datesSchema = z.object({
  coolingOffEnd: dateSchema,
  certWindowStart: dateSchema,
  firstServiceDay: dateSchema,
  certWindowEnd: dateSchema,
})

const readingSchema = datesSchema
  .extend({
    reading: z.enum(['both-ends-move', 'second-end-moves']),
    applies: z.boolean(),
    provisional: z.boolean(),
  })
  .openapi('DeadlineReading')

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
      ...datesSchema.shape,
      provisional: z.boolean(),
      provisionalText: z.string().optional(),
      safeDays: z.object({ from: dateSchema, until: dateSchema }),
      readings: z.array(readingSchema),
      explanation: z.array(stepSchema),
    })
    .openapi('Deadlines'),
  handle: async ({ query: { acceptedOn }, locale, now }) => {
    const calendar = await loadCalendar(pool(), now)
    const refusal = refuseCounting(calendar, acceptedOn, shanghaiToday(now))
    if (refusal) return refusal
    const { explanation, ...found } = divorceDeadlines(calendar, acceptedOn)
    const uncertain = provisionalText(locale, found)
    return accept({
      ...found,
      ...(uncertain && { provisionalText: uncertain }),
      safeDays: safeDays(calendar, acceptedOn),
      readings: [true, false].map((shiftFirstPeriod) => readingOf(calendar, acceptedOn, shiftFirstPeriod)),
      explanation: explanation.map((step) => {
        const { what, moved, law } = stepText(locale, step)
        return { ...step, text: [what, moved].filter(Boolean).join(' '), law }
      }),
    })
  },
})

function readingOf(calendar: Calendar, acceptedOn: CalendarDate, shiftFirstPeriod: boolean) {
  const read = divorceDeadlines(calendar, acceptedOn, { ...USUAL_READING, shiftFirstPeriod })
  const { coolingOffEnd, certWindowStart, firstServiceDay, certWindowEnd, provisional } = read
  return {
    reading: shiftFirstPeriod ? ('both-ends-move' as const) : ('second-end-moves' as const),
    applies: shiftFirstPeriod === USUAL_READING.shiftFirstPeriod,
    coolingOffEnd,
    certWindowStart,
    firstServiceDay,
    certWindowEnd,
    provisional,
  }
}
