import { describe, expect, test } from 'vitest'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { readIdentityClaims } from '#lib/identity/read-identity-claims.ts'
import { DEMO_PEOPLE } from '#prisma/seed/demo-people.ts'

const TODAY = calendarDate('2026-11-22')
const CLAIMS = {
  name: '林晓川',
  document_type: 'RESIDENT_ID',
  document_number: '110000199001010013',
  phone_number: '13800000001',
}

describe('what an identity service says', () => {
  test('is taken in our own spelling', () => {
    const typed = {
      name: '  Emma   Carter ',
      document_type: 'PASSPORT',
      document_number: 'x0000 0020',
      phone_number: '+86 138-0000-0001',
    }
    expect(readIdentityClaims(typed, TODAY)).toEqual({
      ok: true,
      value: {
        name: 'Emma Carter',
        documentType: 'PASSPORT',
        documentNumber: 'X00000020',
        phone: '13800000001',
      },
    })
  })

  test.each(DEMO_PEOPLE)('of $name ($documentType) passes', (person) => {
    const { name, documentType, documentNumber, phone } = person
    const claims = { name, document_type: documentType, document_number: documentNumber, phone_number: phone }
    expect(readIdentityClaims(claims, TODAY)).toEqual({
      ok: true,
      value: { name, documentType, documentNumber, phone },
    })
  })

  test.each([
    [{ name: '' }, 'name', 'format'],
    [{ name: '林1' }, 'name', 'format'],
    [{ name: 7 }, 'name', 'format'],
    [{ document_type: 'LIBRARY_CARD' }, 'documentType', 'unknown'],
    [{ document_type: undefined }, 'documentType', 'unknown'],
    [{ document_number: '110000199001010014' }, 'documentNumber', 'check-digit'],
    [{ document_number: '110105491231002' }, 'documentNumber', 'legacy-15'],
    [{ document_number: { toString: 'no' } }, 'documentNumber', 'length'],
    [{ document_type: 'HK_RESIDENCE_PERMIT' }, 'documentNumber', 'other-document'],
  ])('is refused with %o', (change, path, reason) => {
    expect(readIdentityClaims({ ...CLAIMS, ...change }, TODAY)).toEqual({
      ok: false,
      reason: 'invalid-input',
      errors: [{ path, reason }],
    })
  })

  test('is refused with all its faults at once', () => {
    expect(readIdentityClaims({ document_type: 'PASSPORT' }, TODAY)).toMatchObject({
      errors: [{ path: 'name' }, { path: 'documentNumber' }],
    })
  })

  test('may lack a phone, or give one that is none: it proves nothing', () => {
    expect(readIdentityClaims({ ...CLAIMS, phone_number: 'none' }, TODAY)).toEqual({
      ok: true,
      value: { name: '林晓川', documentType: 'RESIDENT_ID', documentNumber: '110000199001010013' },
    })
  })
})
