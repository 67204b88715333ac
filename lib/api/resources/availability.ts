import { z } from '@hono/zod-openapi'
import { loadAvailability } from '#lib/booking/load-availability.ts'
import { pool } from '#lib/db/pool.ts'
import { lastReleasedDay } from '#lib/domain/booking-policy.ts'
import { addDays, type CalendarDate, daysBetween } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { type Refusal, refuse } from '#lib/domain/refusal.ts'
import { loadPolicy } from '#lib/office/load-policy.ts'
import { endpoint } from '../endpoint.ts'
import { findOfficeNamed } from '../find-office-named.ts'
import { officeId } from '../office-wire.ts'
import { JSON_TYPE, type Reply } from '../reply.ts'
import { dateSchema, serviceSchema, timeSchema } from '../schemas.ts'

const MOST_DAYS = 62

const slotSchema = z
  .object({ id: z.int(), start: timeSchema, end: timeSchema, capacity: z.int(), remaining: z.int() })
  .openapi('Slot')

const daySchema = z
  .object({
    date: dateSchema,
    state: z.enum(['open', 'full', 'closed', 'not-released', 'too-late']),
    note: z.string().optional(),
    slots: z.array(slotSchema),
  })
  .openapi('Day')

/** PERF: asked far more often than anything else; the text is made once a second and sent as it is. */
export const availability = endpoint({
  id: 'getAvailability',
  method: 'get',
  path: '/offices/{id}/availability',
  access: 'public',
  params: z.strictObject({ id: officeId }),
  query: z.strictObject({ service: serviceSchema, from: dateSchema.optional(), to: dateSchema.optional() }),
  example: { params: { id: 'chengdu-jinjiang' }, query: { service: 'MARRIAGE' } },
  answer: z
    .object({ officeId: z.string(), service: serviceSchema, days: z.array(daySchema) })
    .openapi('Availability'),
  refusals: ['not-found'],
  handle: async ({ params, query, now, header }) => {
    if (!(await findOfficeNamed(params.id, now)))
      return refuse('not-found', [{ path: 'id', reason: 'unknown' }])
    const { service } = query
    const from = query.from ?? shanghaiToday(now)
    const until = query.to ?? (await defaultEnd(params.id, from, now))
    const wrongRange = refuseRange(from, until)
    if (wrongRange) return wrongRange
    const found = await loadAvailability(pool(), { officeId: params.id, service, from, until, now })
    return cachedReply(found, header('if-none-match'))
  },
})

async function defaultEnd(id: string, from: CalendarDate, now: Date): Promise<CalendarDate> {
  const horizon = lastReleasedDay(await loadPolicy(pool(), id, now), now)
  const furthest = addDays(from, MOST_DAYS - 1)
  if (horizon < from) return from
  return horizon < furthest ? horizon : furthest
}

function refuseRange(from: CalendarDate, until: CalendarDate): Refusal | undefined {
  if (until < from) return refuse('invalid-input', [{ path: 'to', reason: 'ends-before-it-begins' }])
  if (daysBetween(from, until) >= MOST_DAYS)
    return refuse('invalid-input', [{ path: 'to', reason: 'too-many-days' }])
  return undefined
}

function cachedReply({ etag, body }: { etag: string; body: string }, known: string | undefined): Reply {
  const headers = { ETag: etag, 'Cache-Control': 'public, max-age=1' }
  if (known !== undefined && knows(known, etag)) return { status: 304, headers, text: '' }
  return { status: 200, headers: { 'Content-Type': JSON_TYPE, ...headers }, text: body }
}

// Weak comparison, as RFC 9110 §13.1.2 asks for reads.
function knows(ifNoneMatch: string, etag: string): boolean {
  return ifNoneMatch.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag)
}
