import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addYears, calendarDate } from '#lib/domain/calendar-date.ts'
import {
  type EligibilityParty,
  isOfficeCompetent,
  type MaritalStatus,
  marriageableFrom,
  marriageEligibility,
  PERMITTED_RELATIONS,
  PROHIBITED_RELATIONS,
} from '#lib/domain/eligibility.ts'
import type { Sex } from '#lib/domain/identity-number.ts'
import { isMainland, PARTY_TYPES, type PartyType } from '#lib/domain/party-type.ts'
import { dayArbitrary } from '#tests/support/day-arbitrary.ts'
import { casesOf } from '#tests/support/vectors.ts'

interface Input {
  readonly parties: readonly {
    sex: Sex
    birthDate: string
    maritalStatus: MaritalStatus
    partyType: string
  }[]
  readonly registrationDate: string
  readonly relation: string
  readonly office: { readonly foreignRelated: boolean }
}
interface Expected {
  readonly eligible: boolean
  readonly reasons: readonly string[]
}

// The vectors name parties more finely than the law of offices needs.
const PARTY_TYPE_OF: Readonly<Record<string, PartyType>> = {
  HK: 'HK_MACAU',
  MACAU: 'HK_MACAU',
  MO: 'HK_MACAU',
  TW: 'TAIWAN',
  OVERSEAS: 'OVERSEAS_CHINESE',
}
const EVERY_PARTY = PARTY_TYPES
const MAINLAND_ONLY = PARTY_TYPES.filter(isMainland)

describe('who may register a marriage', () => {
  test.each(casesOf<Input, Expected>('marriage_eligibility'))('$id: $title', ({ input, expected }) => {
    const [first, second] = input.parties.map(partyOf)
    if (!first || !second) throw new Error('a marriage has two parties')
    const { eligible, reasons } = marriageEligibility({
      parties: [first, second],
      on: calendarDate(input.registrationDate),
      relation: input.relation,
      accepts: input.office.foreignRelated ? EVERY_PARTY : MAINLAND_ONLY,
    })
    expect({ eligible, reasons: reasons.map((reason) => reason.toUpperCase().replaceAll('-', '_')) }).toEqual(
      expected,
    )
  })

  test('a man from 22 and a woman from 20, the birthday included, and never before it', () => {
    fc.assert(
      fc.property(dayArbitrary(), fc.constantFrom<Sex>('M', 'F'), fc.nat(40_000), (birthDate, sex, days) => {
        const on = addDays(birthDate, days)
        const from = marriageableFrom({ sex, birthDate })
        expect(from).toBe(addYears(birthDate, sex === 'M' ? 22 : 20))
        const other = person({ sex: sex === 'M' ? 'F' : 'M', birthDate: calendarDate('1900-01-01') })
        const { reasons } = marriageEligibility({
          parties: [person({ sex, birthDate }), other],
          on,
          relation: 'none',
        })
        const tooYoung = sex === 'M' ? 'male-under-22' : 'female-under-20'
        expect(reasons).toEqual(on < from ? [tooYoung] : [])
      }),
    )
  })

  test('somebody too young hears from which day on, which is when the later of both is of age', () => {
    const parties = [
      person({ sex: 'M', birthDate: calendarDate('2005-03-01') }),
      person({ sex: 'F', birthDate: calendarDate('2007-09-15') }),
    ] as const
    const told = marriageEligibility({ parties, on: calendarDate('2026-12-01'), relation: 'none' })
    expect(told).toEqual({
      eligible: false,
      reasons: ['male-under-22', 'female-under-20'],
      earliestOn: '2027-09-15',
    })
    const then = marriageEligibility({ parties, on: calendarDate('2027-09-15'), relation: 'none' })
    expect(then).toEqual({ eligible: true, reasons: [] })
  })

  test.each([...PERMITTED_RELATIONS])('being related as %s is no bar', (relation) => {
    expect(couple({ relation }).reasons).toEqual([])
  })

  test.each([...PROHIBITED_RELATIONS, 'something-nobody-defined'])(
    'being related as %s is a bar',
    (relation) => {
      expect(couple({ relation }).reasons).toEqual(['prohibited-kin'])
    },
  )

  test('two of one sex, somebody married and two from outside the mainland are each told', () => {
    const reasons = marriageEligibility({
      parties: [
        person({ sex: 'F', partyType: 'FOREIGN', maritalStatus: 'MARRIED' }),
        person({ sex: 'F', partyType: 'TAIWAN' }),
      ],
      on: calendarDate('2026-12-01'),
      relation: 'none',
      accepts: MAINLAND_ONLY,
    }).reasons
    expect(reasons).toEqual(['same-sex', 'has-spouse', 'office-not-authorised', 'no-mainland-party'])
  })

  test('who comes first makes no difference', () => {
    fc.assert(
      fc.property(partyArbitrary(), partyArbitrary(), dayArbitrary(), (one, other, on) => {
        const there = marriageEligibility({
          parties: [one, other],
          on,
          relation: 'none',
          accepts: MAINLAND_ONLY,
        })
        const back = marriageEligibility({
          parties: [other, one],
          on,
          relation: 'none',
          accepts: MAINLAND_ONLY,
        })
        expect(back).toEqual(there)
      }),
    )
  })

  test('an office is competent when it may handle each of the two', () => {
    fc.assert(
      fc.property(
        fc.subarray([...PARTY_TYPES]),
        fc.array(fc.constantFrom(...PARTY_TYPES)),
        (accepts, parties) => {
          expect(isOfficeCompetent(accepts, parties)).toBe(
            new Set([...accepts, ...parties]).size === accepts.length,
          )
        },
      ),
    )
  })
})

function partyOf(told: Input['parties'][number]): EligibilityParty {
  const partyType = PARTY_TYPE_OF[told.partyType] ?? (told.partyType as PartyType)
  return { ...told, partyType, birthDate: calendarDate(told.birthDate) }
}

function person(facts: Partial<EligibilityParty>): EligibilityParty {
  const birthDate = calendarDate('1998-03-03')
  return { sex: 'M', birthDate, maritalStatus: 'SINGLE', partyType: 'MAINLAND', ...facts }
}

function couple({ relation }: { relation: string }) {
  const parties = [person({ sex: 'M' }), person({ sex: 'F' })] as const
  return marriageEligibility({ parties, on: calendarDate('2026-12-01'), relation })
}

function partyArbitrary(): fc.Arbitrary<EligibilityParty> {
  return fc.record({
    sex: fc.constantFrom<Sex>('M', 'F'),
    birthDate: dayArbitrary(),
    maritalStatus: fc.constantFrom<MaritalStatus>('SINGLE', 'DIVORCED', 'WIDOWED', 'MARRIED'),
    partyType: fc.constantFrom(...PARTY_TYPES),
  })
}
