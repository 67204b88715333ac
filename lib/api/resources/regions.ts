import { z } from '@hono/zod-openapi'
import { REGION_LEVELS } from '#lib/domain/place.ts'
import { accept } from '#lib/domain/refusal.ts'
import { listRegions } from '#lib/office/list-regions.ts'
import { endpoint } from '../endpoint.ts'
import { withinSchema } from '../schemas.ts'

export const regions = endpoint({
  id: 'listRegions',
  method: 'get',
  path: '/regions',
  access: 'public',
  query: z.strictObject({ within: withinSchema.optional() }),
  example: { query: { within: '51' } },
  answer: z.array(
    z
      .object({
        code: z.string(),
        name: z.string(),
        level: z.enum(REGION_LEVELS),
        parent: z.string().optional(),
        offices: z.int(),
      })
      .openapi('Region'),
  ),
  handle: async ({ query, locale }) => {
    const found = await listRegions({ within: query.within })
    return accept(found.map((region) => ({ ...region, name: region.name[locale] })))
  },
})
