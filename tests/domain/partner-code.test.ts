import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groupedPartnerCode, partnerCodeFrom, readPartnerCode } from '#lib/domain/partner-code.ts'

const LETTERS = 30

describe('the partner code', () => {
  test('has eight characters of which none is misread or misheard', () => {
    fc.assert(
      fc.property(codeArbitrary(), (code) => {
        expect(code).toHaveLength(8)
        expect(code).not.toMatch(/[^A-Z2-9]|[IOQU01]/)
      }),
    )
  })

  test('every letter is as likely as every other: each stands for the same number of bytes', () => {
    const counts = new Map<string, number>()
    for (let byte = 0; byte < 256; byte += 1) {
      const letter = letterOf(byte)
      if (letter) counts.set(letter, (counts.get(letter) ?? 0) + 1)
    }
    expect(counts.size).toBe(LETTERS)
    expect(new Set(counts.values())).toEqual(new Set([Math.floor(256 / LETTERS)]))
  })

  test('too few usable bytes are a fault, never a shorter code', () => {
    expect(() => partnerCodeFrom(new Uint8Array(7))).toThrow('more random bytes')
    expect(() => partnerCodeFrom(new Uint8Array(64).fill(255))).toThrow('more random bytes')
  })

  test('is read in any case, with gaps, hyphens and full-width forms', () => {
    fc.assert(
      fc.property(codeArbitrary(), (code) => {
        expect(readPartnerCode(groupedPartnerCode(code).toLowerCase())).toBe(code)
        expect(readPartnerCode(` ${Array.from(code).join(' ')} `)).toBe(code)
        expect(readPartnerCode(Array.from(code, fullWidth).join(''))).toBe(code)
      }),
    )
  })

  test.each(['', 'ABCD-EFG', 'ABCD-EFGHJ', 'ABCD-EFG0', 'ABCD-EFGI', "ABCD'EFG"])(
    '%j is no code',
    (typed) => {
      expect(readPartnerCode(typed)).toBeUndefined()
    },
  )
})

function codeArbitrary(): fc.Arbitrary<string> {
  return fc.uint8Array({ minLength: 64, maxLength: 64 }).filter(hasEnough).map(partnerCodeFrom)
}

function hasEnough(bytes: Uint8Array): boolean {
  return bytes.filter((byte) => byte < 240).length >= 8
}

/** The letter that one byte becomes, or undefined when it is passed over. */
function letterOf(byte: number): string | undefined {
  const code = partnerCodeFrom(Uint8Array.from([byte, 1, 1, 1, 1, 1, 1, 1, 2]))
  const wasPassedOver = code === 'BBBBBBBC'
  return wasPassedOver ? undefined : code.charAt(0)
}

function fullWidth(letter: string): string {
  return String.fromCharCode(letter.charCodeAt(0) + 0xfee0)
}
