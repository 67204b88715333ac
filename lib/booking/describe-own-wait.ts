import { maskName, maskNumber } from '#lib/domain/masking.ts'
import type { PartyFacts } from '#lib/domain/party.ts'
import { openJson } from '#lib/identity/open-json.ts'
import type { OwnRows } from './own-data.sql.ts'

/** One place on the waiting list in somebody's own data: the wishes, all of oneself, the other masked. */
export function describeOwnWait(row: OwnRows['waiting'][number]): Readonly<Record<string, unknown>> {
  const { id, role, sealed, ...open } = row
  const { parties } = openJson<{ parties: readonly PartyFacts[] }>(`waiting ${id}`, sealed)
  const own = parties[role - 1]
  const other = parties.find((_, index) => index !== role - 1)
  return {
    ...open,
    you: own ? { role, ...own } : null,
    other: other
      ? {
          name: maskName(other.name),
          documentType: other.documentType,
          documentNumber: maskNumber(other.documentNumber),
          partyType: other.partyType,
        }
      : null,
  }
}
