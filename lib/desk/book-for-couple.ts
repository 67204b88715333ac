import { type BookingRequest, bookAppointment, type CounterBooking } from '#lib/booking/book-appointment.ts'
import type { BookingAnswer } from '#lib/booking/booking-answer.ts'
import { findSlotFacts } from '#lib/booking/find-slot-facts.ts'
import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { type Result, refuse } from '#lib/domain/refusal.ts'
import { openGate } from './open-gate.ts'

/**
 * Books for people who call or stand at the counter: the same rules, the same lock and the same messages as online, but
 * from all free seats and without the ladder of missed appointments. The first named is who asks. The second is never
 * booked behind their back: they agree by the link of a message, unless both are there with their documents
 * (`together`); which of the two it was stands on the record. Refuses what `bookAppointment` refuses.
 */
export async function bookForCouple(
  pool: Pool,
  wish: Omit<BookingRequest, 'actor' | 'holdId' | 'counter'> &
    CounterBooking & { readonly actor: StaffActor },
): Promise<Result<BookingAnswer>> {
  const { together, ...request } = wish
  const slot = await findSlotFacts(pool, wish.input.slotId, wish.now)
  if (!slot) return refuse('not-found', [{ path: 'slotId', reason: 'unknown-slot' }])
  const place = await openGate(pool, { ...wish, officeId: slot.officeId }, 'book-for-couple')
  if ('ok' in place) return place
  return bookAppointment(pool, { ...request, counter: { together } })
}
