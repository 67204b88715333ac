import { z } from '@hono/zod-openapi'
import { countChannelAppointments } from '#lib/booking/count-channel-appointments.ts'
import { listChannelAppointments } from '#lib/booking/list-channel-appointments.ts'
import { pool } from '#lib/db/pool.ts'
import { accept } from '#lib/domain/refusal.ts'
import { nameChannel } from '#lib/identity/name-channel.ts'
import { wireView } from '../appointment-wire.ts'
import { endpoint } from '../endpoint.ts'
import { readRange } from '../read-range.ts'
import { appointmentSchema, dateSchema, limitSchema, serviceSchema, statusSchema } from '../schemas.ts'

const range = { from: dateSchema.optional(), to: dateSchema.optional() }
const channelSchema = z.object({ id: z.string(), name: z.string() }).openapi('ChannelName')
const count = z.int()

/** What a channel has booked itself, and nothing else. */
export const ownAppointments = endpoint({
  id: 'listAppointments',
  method: 'get',
  path: '/appointments',
  access: 'channel',
  query: z.strictObject({
    ...range,
    status: statusSchema.optional(),
    cursor: z.string().max(100).optional(),
    limit: limitSchema.optional(),
  }),
  example: { query: { status: 'confirmed', limit: '20' } },
  answer: z
    .object({
      appointments: z.array(
        appointmentSchema.extend({ channel: channelSchema }).openapi('ListedAppointment'),
      ),
      next: z.string().optional(),
    })
    .openapi('AppointmentPage'),
  handle: async ({ actor, query, locale, now }) => {
    const days = readRange(query, now)
    if (!days.ok) return days
    const { status, cursor, limit = 20 } = query
    const found = await listChannelAppointments(pool(), { actor, ...days.value, status, cursor, limit, now })
    if (!found.ok) return found
    const channel = await channelOf(actor.id)
    const views = found.value.appointments.map(async (view) => ({
      ...(await wireView(view, { locale, now })),
      channel,
    }))
    const { next } = found.value
    return accept({ appointments: await Promise.all(views), ...(next ? { next } : {}) })
  },
})

export const statistics = endpoint({
  id: 'getStatistics',
  method: 'get',
  path: '/statistics',
  access: 'channel',
  query: z.strictObject(range),
  example: { query: {} },
  answer: z
    .object({
      channel: channelSchema,
      from: dateSchema,
      to: dateSchema,
      total: count,
      perStatus: z.array(z.object({ status: statusSchema, count })),
      perService: z.array(z.object({ service: serviceSchema, count })),
      perDay: z.array(z.object({ date: dateSchema, count })),
    })
    .openapi('Statistics'),
  handle: async ({ actor, query, now }) => {
    const days = readRange(query, now)
    if (!days.ok) return days
    const counts = await countChannelAppointments(pool(), { actor, ...days.value, now })
    return accept({
      channel: await channelOf(actor.id),
      ...days.value,
      total: counts.total,
      perStatus: [...counts.perStatus],
      perService: [...counts.perService],
      perDay: [...counts.perDay],
    })
  },
})

async function channelOf(id: string): Promise<{ id: string; name: string }> {
  return { id, name: (await nameChannel(id)) ?? id }
}
