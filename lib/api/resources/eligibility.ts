import { z } from '@hono/zod-openapi'
import { MARITAL_STATUSES, marriageEligibility, RELATIONS } from '#lib/domain/eligibility.ts'
import { accept } from '#lib/domain/refusal.ts'
import { endpoint } from '../endpoint.ts'
import { dateSchema, partyTypeSchema } from '../schemas.ts'

const partySchema = z
  .strictObject({
    sex: z.enum(['M', 'F']),
    birthDate: dateSchema,
    maritalStatus: z.enum(MARITAL_STATUSES),
    partyType: partyTypeSchema,
  })
  .openapi('EligibilityParty')

/** Changes nothing and stores nothing, although it is a POST: what it asks is too personal for an address. */
export const eligibility = endpoint({
  id: 'checkEligibility',
  method: 'post',
  path: '/eligibility',
  access: 'public',
  body: z
    .strictObject({
      service: z.literal('MARRIAGE'),
      on: dateSchema,
      parties: z.tuple([partySchema, partySchema]),
      relation: z.enum(RELATIONS),
    })
    .openapi('EligibilityQuestion'),
  example: {
    body: {
      service: 'MARRIAGE',
      on: '2026-12-01',
      parties: [
        { sex: 'M', birthDate: '1995-10-23', maritalStatus: 'SINGLE', partyType: 'MAINLAND' },
        { sex: 'F', birthDate: '1995-11-29', maritalStatus: 'DIVORCED', partyType: 'MAINLAND' },
      ],
      relation: 'none',
    },
  },
  answer: z
    .object({ eligible: z.boolean(), reasons: z.array(z.string()), earliestOn: dateSchema.optional() })
    .openapi('Eligibility'),
  handle: async ({ body: { on, parties, relation } }) => {
    const { reasons, ...found } = marriageEligibility({ parties, on, relation })
    return accept({ ...found, reasons: [...reasons] })
  },
})
