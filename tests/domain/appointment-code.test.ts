import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { appointmentCodeFrom, groupedCode, readAppointmentCode } from '#lib/domain/appointment-code.ts'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

describe('the appointment code', () => {
  test('has ten characters that cannot be confused', () => {
    fc.assert(
      fc.property(codeArbitrary(), (code) => {
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/)
      }),
    )
  })

  test('any single wrong character is caught', () => {
    fc.assert(
      fc.property(codeArbitrary(), (code) => {
        for (let place = 0; place < code.length; place += 1) {
          for (const wrong of ALPHABET) {
            if (wrong === code[place]) continue
            const typed = code.slice(0, place) + wrong + code.slice(place + 1)
            expect(readAppointmentCode(typed)).toBeUndefined()
          }
        }
      }),
    )
  })

  test('any swap of two characters is caught, neighbours or not', () => {
    fc.assert(
      fc.property(codeArbitrary(), (code) => {
        for (let one = 0; one < code.length; one += 1) {
          for (let other = one + 1; other < code.length; other += 1) {
            const typed = Array.from(code)
            typed[one] = code.charAt(other)
            typed[other] = code.charAt(one)
            const isSame = code[one] === code[other]
            expect(readAppointmentCode(typed.join(''))).toBe(isSame ? code : undefined)
          }
        }
      }),
    )
  })

  test('case, gaps, hyphens, full-width forms and look-alikes are forgiven', () => {
    fc.assert(
      fc.property(codeArbitrary(), fc.infiniteStream(fc.nat(5)), (code, choices) => {
        const typed = Array.from(code, (letter) => disfigure(letter, choices.next().value ?? 0)).join('')
        expect(readAppointmentCode(`  ${typed} `)).toBe(code)
        expect(readAppointmentCode(groupedCode(code))).toBe(code)
      }),
    )
  })

  test('is shown as 4-4-2', () => {
    expect(groupedCode('7K3Q9M2X4T')).toBe('7K3Q-9M2X-4T')
  })

  test.each(['', '7K3Q-9M2X', '7K3Q9M2X4TT', '7K3Q9M2X4U', '７K3Q9M2X4', 'DROP TABLE'])(
    '%j is no code',
    (typed) => {
      expect(readAppointmentCode(typed)).toBeUndefined()
    },
  )

  test('all nine characters are drawn from the random bytes, each one of 32 equally often', () => {
    const code = appointmentCodeFrom(Uint8Array.from([0, 31, 32, 63, 255, 128, 7, 8, 9]))
    expect(code.slice(0, 9)).toBe('0Z0ZZ0789')
    expect(() => appointmentCodeFrom(new Uint8Array(8))).toThrow('nine random bytes')
  })
})

function codeArbitrary(): fc.Arbitrary<string> {
  return fc.uint8Array({ minLength: 9, maxLength: 9 }).map(appointmentCodeFrom)
}

const LOOK_ALIKES: Readonly<Record<string, string>> = { '0': 'Oo', '1': 'IilL' }

function disfigure(letter: string, choice: number): string {
  const twins = LOOK_ALIKES[letter]
  if (twins) return twins.charAt(choice % twins.length)
  if (choice === 0) return `${letter} `
  if (choice === 1) return `-${letter}`
  if (choice === 2) return String.fromCharCode(letter.charCodeAt(0) + 0xfee0)
  return choice === 3 ? letter : letter.toLowerCase()
}
