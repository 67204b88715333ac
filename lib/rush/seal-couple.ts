import type { PartyFacts } from '#lib/domain/party.ts'
import { sealJson } from '#lib/identity/seal-json.ts'

/** Both people as they will be booked, sealed together and bound to their place in the line; who joined is the first. */
export function sealCouple(entryId: string, parties: readonly PartyFacts[]): Buffer {
  return sealJson(`waiting ${entryId}`, { parties })
}
