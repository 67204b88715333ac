import { describe, expect, test } from 'vitest'
import { type AgreementClaim, decideAgreement } from '#lib/domain/counter-agreement.ts'

const TIME = { service: 'MARRIAGE', slotId: 7 } as const
const one = {
  documentType: 'RESIDENT_ID',
  documentNumber: '11000019900101001X',
  phone: '13900000001',
} as const
const other = {
  documentType: 'RESIDENT_ID',
  documentNumber: '110000199202020024',
  phone: '13900000002',
} as const
const screen = { ...TIME, documentType: other.documentType, documentNumber: other.documentNumber }

const decide = (claim: Partial<AgreementClaim>, second: typeof other | typeof one = other) =>
  decideAgreement([one, second], { together: false, ...claim }, TIME)

describe('the second of two who are booked at a counter', () => {
  test('is asked by message where nobody has heard them', () => {
    expect(decide({})).toMatchObject({ value: 'asked-by-message' })
  })

  test('has agreed by standing there, on the screen, or on the telephone', () => {
    expect(decide({ together: true })).toMatchObject({ value: 'both-present' })
    expect(decide({ screen })).toMatchObject({ value: 'on-turned-screen' })
    expect(decide({ telephone: true })).toMatchObject({ value: 'by-telephone' })
  })

  test.each([
    ['another document', { ...screen, documentNumber: one.documentNumber }],
    ['another time', { ...screen, slotId: 8 }],
    ['another service', { ...screen, service: 'CEREMONY' }],
  ] as const)('has not agreed by what they said to %s', (_, changed) => {
    expect(decide({ screen: changed })).toMatchObject({ errors: [{ reason: 'agreed-to-something-else' }] })
  })

  test('has not agreed by a telephone that is also the first one’s', () => {
    expect(
      decideAgreement([one, { ...other, phone: one.phone }], { together: false, telephone: true }, TIME),
    ).toMatchObject({ errors: [{ reason: 'same-telephone' }] })
  })
})
