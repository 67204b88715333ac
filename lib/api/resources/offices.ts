import { z } from '@hono/zod-openapi'
import { findNextFree } from '#lib/booking/find-next-free.ts'
import { pool } from '#lib/db/pool.ts'
import { addDays } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { accept, refuse } from '#lib/domain/refusal.ts'
import { getOffice } from '#lib/office/get-office.ts'
import { listOffices, type OfficeListed } from '#lib/office/list-offices.ts'
import { listStops } from '#lib/office/list-stops.ts'
import { loadAnnouncement } from '#lib/office/load-announcement.ts'
import { endpoint } from '../endpoint.ts'
import { officeDetailSchema, officeId, officeSchema, wireOffice, wireOfficeDetail } from '../office-wire.ts'
import { coordinatesSchema, limitSchema, partyTypesSchema, serviceSchema, withinSchema } from '../schemas.ts'

export const offices = endpoint({
  id: 'listOffices',
  method: 'get',
  path: '/offices',
  access: 'public',
  query: z.strictObject({
    service: serviceSchema.optional(),
    within: withinSchema.optional(),
    near: coordinatesSchema.optional(),
    accepts: partyTypesSchema.optional(),
    limit: limitSchema.optional(),
  }),
  example: { query: { service: 'MARRIAGE', within: '5101', near: '30.66,104.06', limit: '5' } },
  answer: z.array(officeSchema),
  handle: async ({ query, locale, now }) => {
    const { limit = 20, service, ...wish } = query
    const found = await listOffices({ ...wish, service, limit, on: shanghaiToday(now) })
    const officeIds = found.filter((office) => office.onlineBooking).map((office) => office.id)
    const nextFree = service ? await findNextFree(pool(), { officeIds, service, now }) : undefined
    const announcing = await Promise.all(found.map((office) => withAnnouncement(office, now)))
    return accept(announcing.map((office) => wireOffice(office, locale, nextFree?.get(office.id))))
  },
})

const STOP_DAYS = 60

export const office = endpoint({
  id: 'getOffice',
  method: 'get',
  path: '/offices/{id}',
  access: 'public',
  params: z.strictObject({ id: officeId }),
  example: { params: { id: 'chengdu-jinjiang' } },
  answer: officeDetailSchema,
  refusals: ['not-found'],
  handle: async ({ params, locale, now }) => {
    const found = await getOffice(params.id)
    if (!found) return refuse('not-found', [{ path: 'id', reason: 'unknown' }])
    const announcing = await withAnnouncement(found, now)
    if (found.tier !== 'mobile') return accept(wireOfficeDetail(announcing, locale))
    const from = shanghaiToday(now)
    const stops = await listStops(pool(), { officeId: found.id, from, until: addDays(from, STOP_DAYS) })
    return accept(wireOfficeDetail(announcing, locale, stops))
  },
})

/** An office with what it announces today: kept for a minute, so it costs a list nothing. */
async function withAnnouncement<One extends OfficeListed>(office: One, now: Date): Promise<One> {
  const announcement = await loadAnnouncement(pool(), office, now)
  return { ...office, ...(announcement ? { announcement } : {}) }
}
