import { z } from '@hono/zod-openapi'
import { type Availability, loadAvailability } from '#lib/booking/load-availability.ts'
import { pool } from '#lib/db/pool.ts'
import { refuse } from '#lib/domain/refusal.ts'
import { endpoint } from '../endpoint.ts'
import { findOfficeNamed } from '../find-office-named.ts'
import { officeId } from '../office-wire.ts'
import { rangeOnOffer } from '../range-on-offer.ts'
import { JSON_TYPE, type Reply } from '../reply.ts'
import { dateSchema, serviceSchema, timeSchema } from '../schemas.ts'

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
  handle: async ({ params, query, locale, now, header }) => {
    if (!(await findOfficeNamed(params.id, now)))
      return refuse('not-found', [{ path: 'id', reason: 'unknown' }])
    const { service, from, to } = query
    const range = await rangeOnOffer({ officeId: params.id, service, from, to, now })
    if (!range.ok) return range
    const found = await loadAvailability(pool(), {
      officeId: params.id,
      service,
      from: range.value.from,
      until: range.value.until,
      locale,
      now,
    })
    return cachedReply(found, header('if-none-match'))
  },
})

const bytes = new WeakMap<object, Buffer<ArrayBuffer>>()

function cachedReply(found: Availability, known: string | undefined): Reply {
  const { etag, body } = found
  const headers = { ETag: etag, 'Cache-Control': 'public, max-age=1', Vary: 'Accept-Language' }
  if (known !== undefined && knows(known, etag)) return { status: 304, headers, text: '' }
  const text = bytes.get(found) ?? Buffer.from(body)
  bytes.set(found, text)
  return { status: 200, headers: { 'Content-Type': JSON_TYPE, ...headers }, text }
}

// Weak comparison, as RFC 9110 §13.1.2 asks for reads.
function knows(ifNoneMatch: string, etag: string): boolean {
  return ifNoneMatch.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag)
}
