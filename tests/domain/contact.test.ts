import { describe, expect, test } from 'vitest'
import { isFreshSignIn, readContact, readContactAddress } from '#lib/domain/contact-change.ts'
import { readOneTimeCode } from '#lib/domain/one-time-code.ts'
import { needsPhoneProof } from '#lib/domain/proved-phone.ts'

describe('an address', () => {
  test.each([
    ['sms', '138 0000 0000', '13800000000'],
    ['sms', '+86 13800000000', '13800000000'],
    ['email', ' Lin.X@Example.COM ', 'Lin.X@example.com'],
    ['email', 'lin@example.com', 'lin@example.com'],
    ['wechat', 'oABC_123-x', 'oABC_123-x'],
  ] as const)('by %s is read from “%s” as “%s”', (medium, typed, address) => {
    expect(readContactAddress(medium, typed)).toBe(address)
  })

  test.each([
    ['sms', 'lin@example.com'],
    ['sms', '12345'],
    ['email', '13800000000'],
    ['email', 'lin@example'],
    ['email', 'a@b.c\r\nBcc: d@e.f'],
    ['email', '"a b"@example.com'],
    ['email', 'a@b@example.com'],
    ['email', 'a@-example.com'],
    ['email', `${'a'.repeat(250)}@example.com`],
    ['wechat', '<script>'],
  ] as const)('by %s is refused: “%s”', (medium, typed) => {
    expect(readContactAddress(medium, typed)).toBeUndefined()
  })
})

test('every fault of a contact is named at its field', () => {
  const wrong = {
    medium: 'sms',
    address: 'x',
    quietFrom: '24:00',
    quietUntil: '',
    callFrom: '12:00',
    safe: false,
  }
  expect(readContact({ ...wrong, medium: 'sms' })).toEqual({
    errors: [
      { path: 'address', reason: 'address-sms' },
      { path: 'quietFrom', reason: 'time' },
      { path: 'quietUntil', reason: 'time' },
      { path: 'callUntil', reason: 'time' },
    ],
  })
})

test('a sign-in is fresh for ten minutes and not at their end', () => {
  const signedInAt = new Date('2026-11-22T01:00:00Z')
  const after = (ms: number) => new Date(signedInAt.getTime() + ms)
  expect(isFreshSignIn(signedInAt, after(10 * 60_000 - 1))).toBe(true)
  expect(isFreshSignIn(signedInAt, after(10 * 60_000))).toBe(false)
})

test.each([
  ['13800000001', true],
  ['138 0000 0000', false],
  ['+8613800000000', false],
  ['13900000002', false],
  ['no number', false],
  [undefined, false],
])('a phone told as %s has to be proved: %s', (typed, needed) => {
  expect(needsPhoneProof(typed, { vouched: '13800000000', proved: '13900000002' })).toBe(needed)
})

test('without a phone from the sign-in every phone has to be proved', () => {
  expect(needsPhoneProof('13800000000', { vouched: undefined, proved: undefined })).toBe(true)
})

test('six digits are read in any dress, other things not', () => {
  expect(['123456', ' 123 456', '123-456', '１２３４５６'].map(readOneTimeCode)).toEqual(
    Array(4).fill('123456'),
  )
  expect(['', '12345', '1234567', '12345x'].map(readOneTimeCode)).toEqual(Array(4).fill(undefined))
})
