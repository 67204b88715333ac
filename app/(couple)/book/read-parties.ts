import type { VerifiedIdentity } from '#lib/domain/actor.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { OwnAnswers, PartnerAnswers } from '#lib/domain/journey.ts'
import { type PartyFacts, type PartyInput, readParty } from '#lib/domain/party.ts'
import { DOCUMENTS_OF, partyTypesOf } from '#lib/domain/party-type.ts'
import type { RefusalDetail } from '#lib/domain/refusal.ts'

export type ReadPerson =
  | { readonly ok: true; readonly party: PartyFacts; readonly input: PartyInput }
  | { readonly ok: false; readonly errors: readonly RefusalDetail[] }

/** Oneself: the proved identity, and what was told beside it. Paths are the names of the fields. */
export function readOwn(identity: VerifiedIdentity, told: OwnAnswers | undefined): ReadPerson {
  const { name, documentType, documentNumber } = identity
  const partyType = told?.partyType ?? partyTypesOf(documentType)[0] ?? 'MAINLAND'
  const { sex, birthDate } = told ?? {}
  return read({ name, documentType, documentNumber, partyType, phone: told?.phone ?? '', sex, birthDate })
}

/** The second person as typed. */
export function readPartner(told: PartnerAnswers | undefined): ReadPerson {
  const partyType = told?.partyType ?? 'MAINLAND'
  return read({
    partyType,
    name: told?.name ?? '',
    documentType: told?.documentType ?? DOCUMENTS_OF[partyType][0] ?? 'RESIDENT_ID',
    documentNumber: told?.documentNumber ?? '',
    phone: told?.phone ?? '',
    sex: told?.sex,
    birthDate: told?.birthDate,
  })
}

function read(input: PartyInput): ReadPerson {
  const result = readParty(input, 'party', shanghaiToday(new Date()))
  if ('party' in result) return { ok: true, party: result.party, input }
  return {
    ok: false,
    errors: result.errors.map((error) => ({ ...error, path: error.path.replace('party.', '') })),
  }
}
