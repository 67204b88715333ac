import { addYears, type CalendarDate } from './calendar-date.ts'
import type { Sex } from './identity-number.ts'
import { isMainland, type PartyType } from './party-type.ts'

export const MARITAL_STATUSES = ['SINGLE', 'DIVORCED', 'WIDOWED', 'MARRIED'] as const
export type MaritalStatus = (typeof MARITAL_STATUSES)[number]

/** How the two are related by blood. The first group may marry; every other value is a bar. Civil Code art. 1048. */
export const PERMITTED_RELATIONS = ['none', 'secondCousins', 'inLaws', 'stepSiblings', 'adoptive'] as const
export const PROHIBITED_RELATIONS = [
  'parentChild',
  'grandparentGrandchild',
  'siblings',
  'halfSiblings',
  'uncleNiece',
  'auntNephew',
  'firstCousins',
] as const
export const RELATIONS = [...PERMITTED_RELATIONS, ...PROHIBITED_RELATIONS] as const

export interface EligibilityParty {
  readonly sex: Sex
  readonly birthDate: CalendarDate
  readonly maritalStatus: MaritalStatus
  readonly partyType: PartyType
}

type IneligibleReason =
  | 'male-under-22'
  | 'female-under-20'
  | 'same-sex'
  | 'prohibited-kin'
  | 'has-spouse'
  | 'office-not-authorised'
  | 'no-mainland-party'

export interface Eligibility {
  readonly eligible: boolean
  readonly reasons: readonly IneligibleReason[]
  /** The first day on which both have reached the age, when age is what is missing. */
  readonly earliestOn?: CalendarDate
}

const MARRIAGEABLE_AGE: Readonly<Record<Sex, number>> = { M: 22, F: 20 }

/** The first day on which this person may register a marriage; the birthday itself counts. Civil Code art. 1047. */
export function marriageableFrom(party: Pick<EligibilityParty, 'sex' | 'birthDate'>): CalendarDate {
  return addYears(party.birthDate, MARRIAGEABLE_AGE[party.sex])
}

/**
 * Whether two people may register their marriage on a day at an office that has authority for `accepts`.
 * Judged on the day of registration, not of booking. Civil Code art. 1042, 1046-1051; 婚姻登记条例 art. 2.
 */
export function marriageEligibility(input: {
  readonly parties: readonly [EligibilityParty, EligibilityParty]
  readonly on: CalendarDate
  readonly relation: string
  readonly accepts?: readonly PartyType[]
}): Eligibility {
  const { parties, on, relation, accepts } = input
  const tooYoung = parties.filter((party) => on < marriageableFrom(party))
  const reasons: IneligibleReason[] = []
  if (tooYoung.some((party) => party.sex === 'M')) reasons.push('male-under-22')
  if (tooYoung.some((party) => party.sex === 'F')) reasons.push('female-under-20')
  if (parties[0].sex === parties[1].sex) reasons.push('same-sex')
  if (!(PERMITTED_RELATIONS as readonly string[]).includes(relation)) reasons.push('prohibited-kin')
  if (parties.some((party) => party.maritalStatus === 'MARRIED')) reasons.push('has-spouse')
  if (
    accepts &&
    !isOfficeCompetent(
      accepts,
      parties.map((party) => party.partyType),
    )
  )
    reasons.push('office-not-authorised')
  if (!parties.some((party) => isMainland(party.partyType))) reasons.push('no-mainland-party')
  const earliestOn = tooYoung.map(marriageableFrom).sort().at(-1)
  return { eligible: reasons.length === 0, reasons, ...(earliestOn ? { earliestOn } : {}) }
}

/** Whether an office has authority for all of these parties. 婚姻登记条例 art. 2(2). */
export function isOfficeCompetent(accepts: readonly PartyType[], parties: readonly PartyType[]): boolean {
  return parties.every((party) => accepts.includes(party))
}
