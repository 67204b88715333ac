import type { VerifiedIdentity } from './actor.ts'
import { type CalendarDate, isCalendarDate } from './calendar-date.ts'
import { readDocumentNumber } from './document-number.ts'
import { normalizeNumber, type Sex } from './identity-number.ts'
import { DOCUMENTS_OF, type DocumentType, type PartyType } from './party-type.ts'
import { readPersonName } from './person-name.ts'
import { readPhoneNumber } from './phone-number.ts'
import { accept, type RefusalDetail, type Result, refuse } from './refusal.ts'

/** What is told of one of the people, as typed. */
export interface PartyInput {
  readonly name: string
  readonly documentType: DocumentType
  readonly documentNumber: string
  readonly phone: string
  readonly partyType: PartyType
  /** Only where the number does not tell them. */
  readonly sex?: Sex | undefined
  readonly birthDate?: string | undefined
}

/** One of the people of an appointment, checked: the number is normalized, sex and birth date are known. */
export interface PartyFacts extends VerifiedIdentity {
  readonly phone: string
  readonly partyType: PartyType
  readonly sex: Sex
  readonly birthDate: CalendarDate
}

/** Reads one party; every field that is wrong is told, with the path it has in the request. */
export function readParty(
  input: PartyInput,
  path: string,
  today: CalendarDate,
): { readonly party: PartyFacts } | { readonly errors: readonly RefusalDetail[] } {
  const errors: RefusalDetail[] = []
  const wrong = (field: string, reason: string) => errors.push({ path: `${path}.${field}`, reason })
  const name = readPersonName(input.name)
  if (!name) wrong('name', input.name.trim() ? 'name' : 'required')
  const phone = readPhoneNumber(input.phone)
  if (!phone) wrong('phone', input.phone.trim() ? 'phone' : 'required')
  if (!DOCUMENTS_OF[input.partyType].includes(input.documentType))
    wrong('documentType', 'document-of-other-party-type')
  const number = input.documentNumber.trim()
    ? readDocumentNumber(input.documentType, input.documentNumber, today)
    : undefined
  if (!number) wrong('documentNumber', 'required')
  else if (!number.valid) wrong('documentNumber', number.reason)
  const told = number?.valid ? number : undefined
  const birthDate = told?.birthDate ?? readBirthDate(input.birthDate, today)
  if (told && !birthDate) wrong('birthDate', input.birthDate ? 'birthdate' : 'required')
  if (told?.birthDate && input.birthDate && input.birthDate !== told.birthDate)
    wrong('birthDate', 'differs-from-number')
  const sex = told?.sex ?? input.sex
  if (told && !sex) wrong('sex', 'required')
  if (told?.sex && input.sex && input.sex !== told.sex) wrong('sex', 'differs-from-number')
  if (errors.length > 0 || !name || !phone || !told || !birthDate || !sex) return { errors }
  const { documentType, partyType } = input
  return { party: { name, documentType, documentNumber: told.normalized, phone, partyType, sex, birthDate } }
}

/** Whether two identities are the same document. */
export function isSameDocument(
  one: Pick<VerifiedIdentity, 'documentType' | 'documentNumber'>,
  other: Pick<VerifiedIdentity, 'documentType' | 'documentNumber'>,
): boolean {
  return (
    one.documentType === other.documentType &&
    normalizeNumber(one.documentNumber) === normalizeNumber(other.documentNumber)
  )
}

function readBirthDate(typed: string | undefined, today: CalendarDate): CalendarDate | undefined {
  return typed && isCalendarDate(typed) && typed <= today ? typed : undefined
}

/** Reads all the parties of a request; what is wrong with any of them is told at once. */
export function readParties(
  inputs: readonly PartyInput[],
  today: CalendarDate,
): Result<readonly PartyFacts[]> {
  const read = inputs.map((input, index) => readParty(input, `parties.${index}`, today))
  const errors = read.flatMap((one) => ('errors' in one ? one.errors : []))
  if (errors.length > 0) return refuse('invalid-input', errors)
  return accept(read.flatMap((one) => ('party' in one ? [one.party] : [])))
}
