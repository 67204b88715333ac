import { describe, expect, test } from 'vitest'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { readDocumentNumber } from '#lib/domain/document-number.ts'
import { marriageableFrom } from '#lib/domain/eligibility.ts'
import { readIdentityNumber } from '#lib/domain/identity-number.ts'
import { DOCUMENT_TYPES, DOCUMENTS_OF, PARTY_TYPES } from '#lib/domain/party-type.ts'
import { readPersonName } from '#lib/domain/person-name.ts'
import { readPhoneNumber } from '#lib/domain/phone-number.ts'
import { DEMO_PEOPLE } from '#prisma/seed/demo-people.ts'
import { syntheticIdentity } from '#prisma/seed/factories/synthetic-identity.ts'
import { syntheticPerson } from '#prisma/seed/factories/synthetic-person.ts'

const today = calendarDate('2026-11-22')
const NOBODYS_PHONE = /^1[3-9]\d0000\d{4}$/
// Provinces as a whole, cities 00 and 91-97: codes that no county has. Permits and foreign cards: no county either.
const NOBODYS_REGION = /^(\d\d(00|9[1-7])\d\d|8[123]0000|911999)/

describe('synthetic numbers', () => {
  test('are sound, and say the sex and the birth date that were asked for', () => {
    for (const n of [0, 1, 499, 500, 15_499, 15_500, 1_549_999, 1_550_000, 9_999_999]) {
      const birthDate = calendarDate('1994-02-28')
      const { documentNumber } = syntheticIdentity(n, { sex: 'F', birthDate })
      const read = readIdentityNumber(documentNumber, today)
      expect(read).toMatchObject({ valid: true, kind: 'MAINLAND', birthDate, sex: 'F' })
      expect(documentNumber).toMatch(NOBODYS_REGION)
    }
  })

  test('are never given twice, whatever sex and birth date are asked for', () => {
    const born = { birthDate: calendarDate('1994-02-28') }
    const given = new Set<string>()
    for (let n = 0; n < 10_000_000; n += 97) {
      given.add(
        syntheticIdentity(n, n % 3 === 0 ? { ...born, sex: n % 2 ? 'M' : 'F' } : {}).documentNumber.slice(
          0,
          17,
        ),
      )
    }
    for (let n = 0; n < 20_000; n += 1) given.add(syntheticIdentity(n, { ...born, sex: 'M' }).documentNumber)
    expect(given.size).toBe(Math.ceil(10_000_000 / 97) + 20_000)
  })

  test('are the same in every run', () => {
    expect(syntheticIdentity(1)).toEqual(syntheticIdentity(1))
    expect(syntheticPerson(10_000).documentNumber).toBe(syntheticPerson(10_000).documentNumber)
  })

  test('belong to people who are of age to marry, with a name and a phone number that is nobody’s', () => {
    for (let n = 0; n < 30_000; n += 7) {
      const person = syntheticPerson(n)
      expect(marriageableFrom(person) <= today).toBe(true)
      expect(readPersonName(person.name)).toBe(person.name)
      expect(person.phone).toMatch(NOBODYS_PHONE)
    }
  })
})

describe('the demo people', () => {
  test.each(DEMO_PEOPLE)('$name can be vouched for: $story.en', (person) => {
    const read = readDocumentNumber(person.documentType, person.documentNumber, today)
    expect(read).toMatchObject({ valid: true, normalized: person.documentNumber })
    if (read.valid && read.birthDate)
      expect(read).toMatchObject({ birthDate: person.birthDate, sex: person.sex })
    expect(DOCUMENTS_OF[person.partyType]).toContain(person.documentType)
    expect(readPersonName(person.name)).toBe(person.name)
    expect(readPhoneNumber(person.phone)).toBe(person.phone)
    expect(person.phone).toMatch(NOBODYS_PHONE)
    if (person.documentNumber.length === 18) expect(person.documentNumber).toMatch(NOBODYS_REGION)
  })

  test('no two share a key, a number or a phone', () => {
    for (const of of ['key', 'documentNumber', 'phone'] as const) {
      expect(new Set(DEMO_PEOPLE.map((person) => person[of])).size).toBe(DEMO_PEOPLE.length)
    }
  })

  test('the first two may marry each other today, and have nothing booked', () => {
    const [one, other] = DEMO_PEOPLE
    expect([one?.sex, other?.sex]).toEqual(['M', 'F'])
    for (const person of [one, other]) expect(person && marriageableFrom(person) <= today).toBe(true)
  })

  test('somebody stands for every kind of party, and one is too young', () => {
    expect(new Set(DEMO_PEOPLE.map((person) => person.partyType))).toEqual(new Set(PARTY_TYPES))
    expect(DEMO_PEOPLE.filter((person) => marriageableFrom(person) > today).map(({ key }) => key)).toEqual([
      'under-age',
    ])
    expect(
      DOCUMENT_TYPES.filter((type) => DEMO_PEOPLE.some((person) => person.documentType === type)).length,
    ).toBeGreaterThanOrEqual(6)
  })
})
