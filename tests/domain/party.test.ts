import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { checkDigitOf } from '#lib/domain/identity-number.ts'
import { type PartyInput, readParties, readParty } from '#lib/domain/party.ts'
import { DOCUMENT_TYPES, DOCUMENTS_OF, PARTY_TYPES, partyTypesOf } from '#lib/domain/party-type.ts'
import { isSameName, readPersonName } from '#lib/domain/person-name.ts'
import { readPhoneNumber } from '#lib/domain/phone-number.ts'

const TODAY = calendarDate('2026-11-22')
const LIN: PartyInput = {
  name: ' 林  一 ',
  documentType: 'RESIDENT_ID',
  documentNumber: withCheckDigit('11000020000520001'),
  phone: '138 0000 0001',
  partyType: 'MAINLAND',
}
const PASSPORT: PartyInput = {
  ...LIN,
  documentType: 'PASSPORT',
  documentNumber: 'e1234567',
  partyType: 'FOREIGN',
  sex: 'F',
  birthDate: '1999-01-31',
}

describe('what is told of a person', () => {
  test('is cleaned, and the number tells sex and birth date', () => {
    expect(readParty(LIN, 'parties.0', TODAY)).toEqual({
      party: {
        name: '林 一',
        documentType: 'RESIDENT_ID',
        documentNumber: LIN.documentNumber,
        phone: '13800000001',
        partyType: 'MAINLAND',
        sex: 'M',
        birthDate: '2000-05-20',
      },
    })
  })

  test('of a passport, sex and birth date are told beside the number', () => {
    const { name, phone, ...rest } = PASSPORT
    const read = { ...rest, name: '林 一', phone: '13800000001', documentNumber: 'E1234567' }
    expect(readParty(PASSPORT, 'parties.1', TODAY)).toEqual({ party: read })
  })

  test.each<[string, PartyInput, string, string]>([
    ['no name', { ...LIN, name: '  ' }, 'name', 'required'],
    ['a name of digits', { ...LIN, name: '123' }, 'name', 'name'],
    ['no phone', { ...LIN, phone: '' }, 'phone', 'required'],
    ['half a phone', { ...LIN, phone: '1380000' }, 'phone', 'phone'],
    ['no number', { ...LIN, documentNumber: ' ' }, 'documentNumber', 'required'],
    [
      'a wrong check digit',
      {
        ...LIN,
        documentNumber: `${LIN.documentNumber.slice(0, 17)}${LIN.documentNumber.endsWith('1') ? '2' : '1'}`,
      },
      'documentNumber',
      'check-digit',
    ],
    ['a document of others', { ...LIN, partyType: 'TAIWAN' }, 'documentType', 'document-of-other-party-type'],
    ['another sex than the number’s', { ...LIN, sex: 'F' }, 'sex', 'differs-from-number'],
    [
      'another birth date than the number’s',
      { ...LIN, birthDate: '2000-05-21' },
      'birthDate',
      'differs-from-number',
    ],
    ['a passport without sex', { ...PASSPORT, sex: undefined }, 'sex', 'required'],
    ['a passport without birth date', { ...PASSPORT, birthDate: undefined }, 'birthDate', 'required'],
    ['a birth date that does not exist', { ...PASSPORT, birthDate: '1999-02-29' }, 'birthDate', 'birthdate'],
    ['a birth date to come', { ...PASSPORT, birthDate: '2026-11-23' }, 'birthDate', 'birthdate'],
  ])('with %s is refused at its field', (_, input, field, reason) => {
    expect(readParty(input, 'parties.1', TODAY)).toEqual({ errors: [{ path: `parties.1.${field}`, reason }] })
  })

  test('of both is judged at once, so that everything wrong is said in one answer', () => {
    const read = readParties(
      [
        { ...LIN, name: '' },
        { ...PASSPORT, phone: 'none', sex: undefined },
      ],
      TODAY,
    )
    expect(read).toMatchObject({
      reason: 'invalid-input',
      errors: [{ path: 'parties.0.name' }, { path: 'parties.1.phone' }, { path: 'parties.1.sex' }],
    })
  })

  test('whatever is typed, it is read or refused, never a fault', () => {
    const text = fc.string({ maxLength: 40, unit: 'grapheme' })
    const input = fc.record({
      name: text,
      documentType: fc.constantFrom(...DOCUMENT_TYPES),
      documentNumber: text,
      phone: text,
      partyType: fc.constantFrom(...PARTY_TYPES),
      sex: fc.constantFrom(undefined, 'M' as const, 'F' as const),
      birthDate: fc.option(text, { nil: undefined }),
    })
    fc.assert(
      fc.property(input, (typed) => {
        const read = readParty(typed, 'parties.0', TODAY)
        expect('party' in read || read.errors.length > 0).toBe(true)
      }),
    )
  })

  test('every document belongs to somebody', () => {
    for (const type of DOCUMENT_TYPES) {
      for (const owner of partyTypesOf(type)) expect(DOCUMENTS_OF[owner]).toContain(type)
      expect(partyTypesOf(type).length).toBeGreaterThan(0)
    }
  })
})

describe('a name', () => {
  test.each([
    ['欧阳娜娜', '欧阳娜娜'],
    [' 买买提·艾力 ', '买买提·艾力'],
    ['Ｊｅａｎ－Ｌｕｃ', 'Jean-Luc'],
    ["O'Brien  Anna", "O'Brien Anna"],
    ['𠮷田', '𠮷田'],
  ])('%j is read as %s', (typed, name) => {
    expect(readPersonName(typed)).toBe(name)
  })

  test.each(['', ' ', '-', '林1', '<b>林</b>', '林\u0000一', '林\u202e一', 'a'.repeat(81)])(
    '%j is none',
    (typed) => {
      expect(readPersonName(typed)).toBeUndefined()
    },
  )

  test('is the same in any case, spacing and kind of dot, and another with another letter', () => {
    expect(isSameName('买买提·艾力', '买买提•艾力')).toBe(true)
    expect(isSameName('ANNA  obrien', "Anna O'Brien")).toBe(true)
    expect(isSameName('林一', '林二')).toBe(false)
  })
})

describe('a phone number', () => {
  test.each([
    ['138 0000 0001', '13800000001'],
    ['+86 138-0000-0001', '13800000001'],
    ['0086 13800000001', '13800000001'],
    ['＋８５２ ９１２３４５６７', '+85291234567'],
    ['00886 912345678', '+886912345678'],
    ['+1 (415) 555-0100', '+14155550100'],
  ])('%j is read as %s', (typed, number) => {
    expect(readPhoneNumber(typed)).toBe(number)
  })

  test.each(['', '12800000001', '1380000000', '138000000011', '110', '+86', 'tel:13800000001'])(
    '%j is none',
    (typed) => {
      expect(readPhoneNumber(typed)).toBeUndefined()
    },
  )
})

function withCheckDigit(digits: string): string {
  return digits + checkDigitOf(digits)
}
