import { identityOf } from '#lib/domain/actor.ts'
import type { BookingRequest } from './book-appointment.ts'
import { hashRequest } from './hash-request.ts'

/** All that makes a wish for an appointment what it is, as a keyed hash in base64. */
export function hashBooking({
  actor,
  input,
  counter,
}: Pick<BookingRequest, 'actor' | 'input' | 'counter'>): string {
  return hashRequest([
    'book',
    input,
    identityOf(actor)?.documentNumber,
    ...(counter ? [counter.agreement] : []),
  ])
}
