import type { Pool } from '#lib/db/pool.ts'
import { writeScopeOf } from '#lib/domain/actor.ts'
import type { Refusal, Result } from '#lib/domain/refusal.ts'
import type { BookingRequest } from './book-appointment.ts'
import type { BookingAnswer } from './booking-answer.ts'
import { hashBooking } from './hash-booking.ts'
import { replayBooking } from './replay-booking.ts'

/** What is refused now may have been booked before, under the same key: then the answer of that time, else the refusal. */
export async function replayOrRefuse(
  pool: Pool,
  request: BookingRequest,
  refusal: Refusal,
): Promise<Result<BookingAnswer>> {
  const { actor, key } = request
  const tried = { scope: writeScopeOf(actor), key, request: hashBooking(request) }
  return (await replayBooking(pool, tried)) ?? refusal
}
