import type { PartyFacts } from '#lib/domain/party.ts'
import { openJson } from '#lib/identity/open-json.ts'
import type { CaseRecord } from './store.ts'

/** The two people of a case as the desk has read them off their documents; throws when a row was moved or altered. */
export function openCasePeople({ id, parties }: Pick<CaseRecord, 'id' | 'parties'>): PartyFacts[] {
  return parties.map(({ role, partyType, sealed }) => ({
    ...openJson<Omit<PartyFacts, 'partyType'>>(`divorce party ${id} ${role}`, sealed),
    partyType,
  }))
}
