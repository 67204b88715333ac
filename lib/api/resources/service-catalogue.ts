import { z } from '@hono/zod-openapi'
import { accept } from '#lib/domain/refusal.ts'
import { SERVICE_FACTS, SERVICES } from '#lib/domain/service.ts'
import { serviceName } from '#lib/format/service-name.ts'
import { endpoint } from '../endpoint.ts'
import { serviceSchema } from '../schemas.ts'

export const services = endpoint({
  id: 'listServices',
  method: 'get',
  path: '/services',
  access: 'public',
  answer: z.array(
    z
      .object({
        id: serviceSchema,
        name: z.string(),
        durationMinutes: z.int(),
        parties: z.union([z.literal(1), z.literal(2)]),
        needsCase: z.boolean(),
      })
      .openapi('ServiceFacts'),
  ),
  handle: async ({ locale }) =>
    accept(
      SERVICES.map((id) => {
        const { durationMinutes, parties, needsCase } = SERVICE_FACTS[id]
        return { id, name: serviceName(locale, id), durationMinutes, parties, needsCase }
      }),
    ),
})
