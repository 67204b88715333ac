import type { PartyFacts } from '#lib/domain/party.ts'
import { openJson } from '#lib/identity/open-json.ts'

/** The people of a place in the line, who joined first; throws when the row was moved or altered. */
export function openCouple(entryId: string, sealed: Uint8Array): readonly PartyFacts[] {
  return openJson<{ parties: readonly PartyFacts[] }>(`waiting ${entryId}`, sealed).parties
}
