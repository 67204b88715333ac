import { type BookingRequest, bookAppointment } from '#lib/booking/book-appointment.ts'
import type { BookingAnswer } from '#lib/booking/booking-answer.ts'
import { findSlotFacts } from '#lib/booking/find-slot-facts.ts'
import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { type AgreementClaim, decideAgreement } from '#lib/domain/counter-agreement.ts'
import { readParties } from '#lib/domain/party.ts'
import { type Result, refuse } from '#lib/domain/refusal.ts'
import { openGate } from './open-gate.ts'

/**
 * Books for people who call or stand at the counter: the same rules, the same lock and the same messages as online, but
 * from all free seats and without the ladder of missed appointments. The first named is who asks. The second is never
 * booked behind their back: they agree by the link of a message, unless both are there with their documents
 * (`together`), or they agreed themselves, on the screen that was turned to them or on their own telephone; which it was
 * stands on the record. Refuses what `bookAppointment` refuses.
 */
export async function bookForCouple(
  pool: Pool,
  wish: Omit<BookingRequest, 'actor' | 'holdId' | 'counter'> &
    AgreementClaim & { readonly actor: StaffActor },
): Promise<Result<BookingAnswer>> {
  const { together, screen, telephone, ...request } = wish
  const slot = await findSlotFacts(pool, wish.input.slotId, wish.now)
  if (!slot) return refuse('not-found', [{ path: 'slotId', reason: 'unknown-slot' }])
  const place = await openGate(pool, { ...wish, officeId: slot.officeId }, 'book-for-couple')
  if ('ok' in place) return place
  const parties = readParties(wish.input.parties, shanghaiToday(wish.now))
  if (!parties.ok) return parties
  const agreed = decideAgreement(parties.value, { together, screen, telephone }, wish.input)
  if (!agreed.ok) return agreed
  return bookAppointment(pool, { ...request, counter: { agreement: agreed.value } })
}
