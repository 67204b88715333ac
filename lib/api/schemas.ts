import { z } from '@hono/zod-openapi'
import { APPOINTMENT_STATUSES } from '#lib/domain/appointment-status.ts'
import { type CalendarDate, isCalendarDate } from '#lib/domain/calendar-date.ts'
import { isClockTime } from '#lib/domain/clock.ts'
import { DOCUMENT_TYPES, PARTY_TYPES } from '#lib/domain/party-type.ts'
import { SERVICES } from '#lib/domain/service.ts'

/** A day of the calendar that exists. */
export const dateSchema = z
  .string()
  .refine((text) => isCalendarDate(text), { params: { reason: 'date' } })
  .transform((text) => text as CalendarDate)
  .openapi({ type: 'string', format: 'date', example: '2026-12-01' })

export const timeSchema = z
  .string()
  .refine((text) => isClockTime(text))
  .openapi({ type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', example: '09:30' })

export const serviceSchema = z.enum(SERVICES).openapi('Service')
export const partyTypeSchema = z.enum(PARTY_TYPES).openapi('PartyType')
const documentTypeSchema = z.enum(DOCUMENT_TYPES).openapi('DocumentType')
export const statusSchema = z.enum(APPOINTMENT_STATUSES).openapi('AppointmentStatus')
export const instantSchema = z
  .string()
  .openapi({ type: 'string', format: 'date-time', example: '2026-11-23T07:00:00.000Z' })

/** Several party types in one parameter, separated by commas; one for each party. */
export const partyTypesSchema = z
  .string()
  .max(80)
  .transform((text) => text.split(','))
  .pipe(z.array(z.enum(PARTY_TYPES)).min(1).max(6))
  .openapi({ type: 'string', example: 'MAINLAND,TAIWAN' })

/** A region code of GB/T 2260, or the beginning of one. */
export const withinSchema = z
  .string()
  .regex(/^\d{2,6}$/)
  .openapi({ example: '5101' })

/** Latitude and longitude, WGS 84. */
export const coordinatesSchema = z
  .string()
  .regex(/^-?\d{1,2}(\.\d{1,8})?,-?\d{1,3}(\.\d{1,8})?$/)
  .transform((text) => {
    const [lat = 0, lng = 0] = text.split(',').map(Number)
    return { lat, lng }
  })
  .refine(({ lat, lng }) => Math.abs(lat) <= 90 && Math.abs(lng) <= 180)
  .openapi({ type: 'string', example: '30.66,104.06' })

export const limitSchema = z
  .string()
  .regex(/^\d{1,3}$/)
  .transform(Number)
  .pipe(z.int().min(1).max(100))
  .openapi({ type: 'integer', minimum: 1, maximum: 100, default: 20 })

export const officeNameSchema = z.object({ id: z.string(), name: z.string() }).openapi('OfficeName')

export const codeSchema = z
  .string()
  .max(30)
  .openapi({ param: { name: 'code', in: 'path' }, type: 'string', example: '7K3Q9M2X4T' })

/** One of the people as anybody else may see them. */
const maskedPartySchema = z
  .object({
    name: z.string(),
    documentType: documentTypeSchema,
    documentNumber: z.string(),
    partyType: partyTypeSchema,
    agreed: z.boolean(),
    /** The caller's own, and only where the caller is one of the two. */
    self: z.boolean().optional(),
    phone: z.string().optional(),
  })
  .openapi('MaskedParty')

/** The time that stands while a move waits for the other. */
const keptTimeSchema = z
  .object({ slotId: z.int(), date: dateSchema, start: timeSchema, end: timeSchema })
  .openapi('KeptTime')

/** What an office keeps for its couple in place of a time that it cannot hold. */
const insteadSchema = z
  .object({ slotId: z.int(), date: dateSchema, start: timeSchema, end: timeSchema, answerBy: instantSchema })
  .openapi('TimeInstead')

export const appointmentSchema = z
  .object({
    code: z.string(),
    status: statusSchema,
    heldUntil: instantSchema.optional(),
    partnerCode: z.string().optional(),
    office: officeNameSchema,
    service: serviceSchema,
    date: dateSchema,
    start: timeSchema,
    end: timeSchema,
    kept: keptTimeSchema.optional(),
    cannotBeHeld: z.boolean().optional(),
    instead: insteadSchema.optional(),
    openUntil: dateSchema.optional(),
    parties: z.array(maskedPartySchema),
  })
  .openapi('Appointment')

/** As `keySchema` of the booking, for the document. */
export const keyHeaderSchema = z.uuid().openapi({ example: '0197a2c4-5b1e-7c3d-9f10-2a4b6c8d0e12' })
