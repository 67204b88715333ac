import type { VerifiedIdentity } from '#lib/domain/actor.ts'
import { normalizeNumber } from '#lib/domain/identity-number.ts'
import { indexPerson } from '#lib/identity/index-person.ts'
import type { AppointmentRecord, PartyRecord } from './store.ts'

/** Which of the people of an appointment an identity is. */
export function partyOf(
  record: AppointmentRecord,
  identity: VerifiedIdentity | undefined,
): PartyRecord | undefined {
  if (!identity) return undefined
  const index = indexPerson(identity.documentType, normalizeNumber(identity.documentNumber))
  return record.parties.find((party) => party.personIndex.equals(index))
}
