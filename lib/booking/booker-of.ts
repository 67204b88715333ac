import { identityOf, type VerifiedIdentity } from '#lib/domain/actor.ts'
import type { PartyFacts } from '#lib/domain/party.ts'
import type { BookingRequest } from './book-appointment.ts'

/** Who of the people books: whoever is signed in; for staff at the counter the first one, who asks them to. */
export function bookerOf(
  { actor, counter }: Pick<BookingRequest, 'actor' | 'counter'>,
  parties: readonly PartyFacts[],
): VerifiedIdentity | undefined {
  return actor.kind === 'staff' && counter ? parties[0] : identityOf(actor)
}
