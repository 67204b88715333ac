import { describe, expect, test } from 'vitest'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { readDocumentNumber } from '#lib/domain/document-number.ts'
import { checkDigitOf } from '#lib/domain/identity-number.ts'
import { DOCUMENT_TYPES, type DocumentType, partyTypesOf } from '#lib/domain/party-type.ts'

const TODAY = calendarDate('2026-11-22')

const whole = (digits: string) => digits + checkDigitOf(digits)
const RESIDENT = whole('11000019900101001')
const HONG_KONG = whole('81000019920202002')
const MACAU = whole('82000019930303003')
const TAIWAN = whole('83000019940404004')
const FOREIGNER = whole('93199919950505005')

const GOOD: Readonly<Record<DocumentType, readonly string[]>> = {
  RESIDENT_ID: [RESIDENT, RESIDENT.toLowerCase(), `${RESIDENT.slice(0, 6)} ${RESIDENT.slice(6)}`],
  HK_MACAU_PERMIT: ['H00000017', 'M00000018', 'h0000001701'],
  HK_RESIDENCE_PERMIT: [HONG_KONG],
  MACAU_RESIDENCE_PERMIT: [MACAU],
  TAIWAN_PERMIT: ['00000018', '0000001801', '0000001801B'],
  TAIWAN_RESIDENCE_PERMIT: [TAIWAN],
  PASSPORT: ['E00000019', 'X00000020', 'p0 000 021'],
  FOREIGN_PERMANENT_ID: [FOREIGNER, 'XXX000000000001'],
}

const BAD: Readonly<Record<DocumentType, readonly (readonly [value: string, reason: string])[]>> = {
  RESIDENT_ID: [
    ['', 'length'],
    ['110105491231002', 'legacy-15'],
    ['110000199001010014', 'check-digit'],
    [HONG_KONG, 'other-document'],
    [FOREIGNER, 'other-document'],
  ],
  HK_MACAU_PERMIT: [
    ['', 'format'],
    ['A00000017', 'format'],
    ['H0000001', 'format'],
    ['H000000171', 'format'],
    [RESIDENT, 'format'],
  ],
  HK_RESIDENCE_PERMIT: [
    [MACAU, 'other-document'],
    [RESIDENT, 'other-document'],
    ['810000199202020020', 'check-digit'],
  ],
  MACAU_RESIDENCE_PERMIT: [
    [HONG_KONG, 'other-document'],
    ['82000019930303', 'length'],
  ],
  TAIWAN_PERMIT: [
    ['', 'format'],
    ['0000001', 'format'],
    ['000000180', 'format'],
    ['T0000001', 'format'],
  ],
  TAIWAN_RESIDENCE_PERMIT: [
    [RESIDENT, 'other-document'],
    ['830000199413010012', 'birthdate'],
  ],
  PASSPORT: [
    ['', 'format'],
    ['E12', 'format'],
    ['E0000<<19', 'format'],
    ['E'.repeat(21), 'format'],
  ],
  FOREIGN_PERMANENT_ID: [
    [RESIDENT, 'other-document'],
    ['XX0000000000001', 'length'],
    ['', 'length'],
  ],
}

const each = <Value>(table: Readonly<Record<DocumentType, readonly Value[]>>) =>
  DOCUMENT_TYPES.flatMap((type) => table[type].map((value) => [type, value] as const))

describe('the eight documents', () => {
  test.each(each(GOOD))('%s takes %s', (type, value) => {
    expect(readDocumentNumber(type, value, TODAY)).toMatchObject({
      valid: true,
      normalized: value.replaceAll(' ', '').toUpperCase(),
    })
  })

  test.each(each(BAD))('%s refuses %s', (type, [value, reason]) => {
    expect(readDocumentNumber(type, value, TODAY)).toEqual({ valid: false, reason })
  })

  test('the citizen-number family tells birth date and sex, the others do not', () => {
    expect(readDocumentNumber('TAIWAN_RESIDENCE_PERMIT', TAIWAN, TODAY)).toMatchObject({
      birthDate: '1994-04-04',
      sex: 'F',
    })
    expect(readDocumentNumber('PASSPORT', 'E00000019', TODAY)).toEqual({
      valid: true,
      normalized: 'E00000019',
    })
  })

  test('every document belongs to some party', () => {
    for (const type of DOCUMENT_TYPES) expect(partyTypesOf(type).length).toBeGreaterThan(0)
  })
})
