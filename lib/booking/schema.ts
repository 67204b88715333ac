import { z } from 'zod'
import { LOCALES } from '#lib/domain/localized-text.ts'
import { DOCUMENT_TYPES, PARTY_TYPES } from '#lib/domain/party-type.ts'
import { SERVICES } from '#lib/domain/service.ts'

/** A person whom a channel has verified by real name. */
const identitySchema = z.strictObject({
  name: z.string().max(80),
  documentType: z.enum(DOCUMENT_TYPES),
  documentNumber: z.string().max(40),
  phone: z.string().max(30).optional(),
})

/** One of the people, as typed; what the fields hold is judged by `lib/domain/party.ts`. */
const partySchema = z.strictObject({
  name: z.string().max(80),
  documentType: z.enum(DOCUMENT_TYPES),
  documentNumber: z.string().max(40),
  phone: z.string().max(30),
  partyType: z.enum(PARTY_TYPES),
  sex: z.enum(['M', 'F']).optional(),
  birthDate: z.string().max(10).optional(),
})

const HIGHEST_ID = 2 ** 31 - 1

/** The id of a slot, also as the text that a form or an address makes of it. */
export const slotIdSchema = z
  .union([z.int(), z.string().regex(/^\d{1,10}$/)])
  .transform(Number)
  .pipe(z.int().positive().max(HIGHEST_ID))

/** A wish for an appointment. */
export const bookingSchema = z.strictObject({
  slotId: slotIdSchema,
  service: z.enum(SERVICES),
  parties: z.array(partySchema).min(1).max(2),
  onBehalfOf: identitySchema.optional(),
  locale: z.enum(LOCALES).optional(),
})

export type BookingInput = Pick<z.infer<typeof bookingSchema>, 'slotId' | 'service' | 'parties'>

export const agreementSchema = z.strictObject({
  partnerCode: z.string().max(20),
  onBehalfOf: identitySchema.optional(),
})

export const moveSchema = z.strictObject({ slotId: slotIdSchema, onBehalfOf: identitySchema.optional() })

export const cancellationSchema = z.strictObject({
  reason: z.string().max(200).optional(),
  onBehalfOf: identitySchema.optional(),
})

export const keySchema = z.uuid()
