import type { TrailEntry } from '#lib/audit/list-trail.ts'
import type { DivorceCase } from '#lib/divorce/get-case.ts'
import { maskName, maskNumber } from '#lib/domain/masking.ts'
import { openJson } from '#lib/identity/open-json.ts'
import type { SealedParty } from './seal-party.ts'

/** One accepted application in somebody's own data: its dates, all of oneself, the other masked. */
export function describeOwnCase(
  found: DivorceCase,
  personIndex: Buffer,
  trail: readonly TrailEntry[],
): Readonly<Record<string, unknown>> {
  const { id, officeId, receiptNumber, acceptedOn, status, deadlines, provisional, printed } = found
  const people = found.parties.map(({ role, partyType, locale, sealed, personIndex: index }) => {
    const facts = openJson<SealedParty>(`divorce party ${id} ${role}`, sealed)
    return { self: index.equals(personIndex), role, partyType, locale, facts }
  })
  const own = people.find(({ self }) => self)
  const other = people.find(({ self }) => !self)
  return {
    officeId,
    receiptNumber,
    acceptedOn,
    status,
    deadlines,
    provisional,
    printed: printed ?? null,
    you: own ? { role: own.role, partyType: own.partyType, ...own.facts, locale: own.locale } : null,
    other: other
      ? {
          name: maskName(other.facts.name),
          documentType: other.facts.documentType,
          documentNumber: maskNumber(other.facts.documentNumber),
          partyType: other.partyType,
        }
      : null,
    record: trail.filter(({ subjectId }) => subjectId === id).map(({ id: _, subjectId, ...entry }) => entry),
  }
}
