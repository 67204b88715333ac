import type { PartyFacts } from '#lib/domain/party.ts'
import { openJson } from '#lib/identity/open-json.ts'

/** The person behind one of the two of a case; throws when the row was moved or altered. */
export function openCaseParty(
  caseId: string,
  role: number,
  sealed: Uint8Array,
): Omit<PartyFacts, 'partyType'> {
  return openJson<Omit<PartyFacts, 'partyType'>>(`divorce party ${caseId} ${role}`, sealed)
}
