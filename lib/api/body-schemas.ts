import { z } from '@hono/zod-openapi'
import { agreementSchema, bookingSchema, cancellationSchema, moveSchema } from '#lib/booking/schema.ts'

// The schemas of the booking, with the names by which the document calls their parts.
const onBehalfOf = bookingSchema.shape.onBehalfOf.unwrap().openapi('Identity').optional()
const parties = z.array(bookingSchema.shape.parties.element.openapi('Party')).min(1).max(2)

export const bookingBody = bookingSchema.extend({ parties, onBehalfOf }).openapi('Booking')
export const agreementBody = agreementSchema.extend({ onBehalfOf }).openapi('PartnerAnswer')
export const moveBody = moveSchema.extend({ onBehalfOf }).openapi('MoveWish')
export const cancellationBody = cancellationSchema.extend({ onBehalfOf }).openapi('CancellationWish')
