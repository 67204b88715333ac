import { z } from '@hono/zod-openapi'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { accept, refuse } from '#lib/domain/refusal.ts'
import { SERVICE_FACTS } from '#lib/domain/service.ts'
import { compileChecklist } from '#lib/materials/compile-checklist.ts'
import { endpoint } from '../endpoint.ts'
import { dateSchema, partyTypeSchema, partyTypesSchema, serviceSchema } from '../schemas.ts'

const itemSchema = z
  .object({
    code: z.string(),
    name: z.string(),
    kind: z.enum(['original', 'copy', 'made-on-site']),
    copies: z.int(),
    core: z.boolean(),
    shared: z.boolean(),
    note: z.string().optional(),
    source: z.string(),
  })
  .openapi('ChecklistItem')

export const checklists = endpoint({
  id: 'getChecklist',
  method: 'get',
  path: '/checklists',
  access: 'public',
  query: z.strictObject({ service: serviceSchema, parties: partyTypesSchema, on: dateSchema.optional() }),
  example: { query: { service: 'MARRIAGE', parties: 'MAINLAND,TAIWAN' } },
  answer: z
    .object({
      service: serviceSchema,
      on: dateSchema,
      ruleSet: z.object({ id: z.string(), validFrom: dateSchema, source: z.string() }),
      perParty: z.array(z.object({ partyType: partyTypeSchema, items: z.array(itemSchema) })),
      notNeeded: z.array(
        z.object({ code: z.string(), name: z.string(), since: dateSchema, source: z.string() }),
      ),
    })
    .openapi('Checklist'),
  refusals: ['not-found'],
  handle: async ({ query, locale, now }) => {
    const { service, parties } = query
    if (parties.length > SERVICE_FACTS[service].parties) {
      const reason = SERVICE_FACTS[service].parties === 1 ? 'one-party-only' : 'too-big'
      return refuse('invalid-input', [{ path: 'parties', reason }])
    }
    const on = query.on ?? shanghaiToday(now)
    const found = await compileChecklist({ service, parties, on, now })
    if (!found) return refuse('not-found', [{ path: 'on', reason: 'before-our-rules' }])
    return accept({
      ...found,
      ruleSet: { ...found.ruleSet, source: found.ruleSet.source[locale] },
      perParty: found.perParty.map(({ partyType, items }) => ({
        partyType,
        items: items.map(({ name, note, ...item }) => ({
          ...item,
          name: name[locale],
          ...(note ? { note: note[locale] } : {}),
        })),
      })),
      notNeeded: found.notNeeded.map((item) => ({ ...item, name: item.name[locale] })),
    })
  },
})
