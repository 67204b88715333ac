import type { PartyFacts } from '#lib/domain/party.ts'
import { sealJson } from '#lib/identity/seal-json.ts'

/** What is kept of a person in an appointment: all of it sealed together, bound to this appointment and role. */
export type SealedParty = Omit<PartyFacts, 'partyType'>

/** One ciphertext a party: name, document, phone, sex and birth date are only ever read together. */
export function sealParty(appointmentId: string, role: number, party: SealedParty): Buffer {
  const { name, documentType, documentNumber, phone, sex, birthDate } = party
  return sealJson(`party ${appointmentId} ${role}`, {
    name,
    documentType,
    documentNumber,
    phone,
    sex,
    birthDate,
  })
}
