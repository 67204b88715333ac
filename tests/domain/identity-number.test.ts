import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { checkDigitOf, normalizeNumber, readIdentityNumber } from '#lib/domain/identity-number.ts'
import { casesOf } from '#tests/support/vectors.ts'

const TODAY = calendarDate('2026-11-22')

interface Input {
  readonly value: string
  readonly today: string
}

type Expected =
  | { readonly valid: false; readonly reason: string }
  | { readonly valid: true; readonly [fact: string]: unknown }

// Numbers of regions that were never issued to anybody.
const numbers = fc
  .record({
    region: fc.constantFrom('110000', '310000', '440000', '810000', '820000', '830000', '931999'),
    year: fc.integer({ min: 1900, max: 2025 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    order: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ region, year, month, day, order }) => {
    const two = (part: number) => String(part).padStart(2, '0')
    const digits = `${region}${year}${two(month)}${two(day)}${String(order).padStart(3, '0')}`
    return digits + checkDigitOf(digits)
  })

describe('18-character numbers', () => {
  test.each(casesOf<Input, Expected>('id_number'))('$id $title', ({ input, expected }) => {
    const read = readIdentityNumber(input.value, calendarDate(input.today))
    const told = read.valid ? read : { ...read, reason: read.reason.toUpperCase().replaceAll('-', '_') }
    expect(told).toEqual(expected)
  })

  test('a number made by the rules is read, with the birth date and sex it was made with', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        const read = readIdentityNumber(number, TODAY)
        expect(read).toMatchObject({ valid: true, normalized: number })
        if (read.valid) expect(read.birthDate.replaceAll('-', '')).toBe(number.slice(6, 14))
        if (read.valid) expect(read.sex).toBe(Number(number[16]) % 2 === 1 ? 'M' : 'F')
      }),
    )
  })

  test('any single wrong digit is caught', () => {
    const places = fc.integer({ min: 0, max: 17 })
    fc.assert(
      fc.property(numbers, places, fc.integer({ min: 0, max: 9 }), (number, place, digit) => {
        fc.pre(number[place] !== String(digit))
        const wrong = number.slice(0, place) + digit + number.slice(place + 1)
        expect(readIdentityNumber(wrong, TODAY).valid).toBe(false)
      }),
      { numRuns: 1000 },
    )
  })

  test('two neighbours changed round are caught', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 0, max: 15 }), (number, place) => {
        fc.pre(number[place] !== number[place + 1])
        const swapped = number.slice(0, place) + number[place + 1] + number[place] + number.slice(place + 2)
        expect(readIdentityNumber(swapped, TODAY).valid).toBe(false)
      }),
    )
  })

  test('spaces, hyphens, full-width digits and a small x are the same number', () => {
    expect(normalizeNumber(' １１０１０５-19491231 002x ')).toBe('11010519491231002X')
    expect(readIdentityNumber('１１０１０５ 19491231 002ｘ', TODAY)).toMatchObject({
      valid: true,
      normalized: '11010519491231002X',
    })
  })

  test.each([
    ['legacy-15', '110105491231002'],
    ['length', '1100001990010100'],
    ['length', ''],
    ['format', '11000019900101001A'],
    ['format', 'X10000199001010013'],
    ['region', '990000199001010010'.replace(/^9/, '8')],
    ['birthdate', '110000199013010013'],
    ['birthdate-future', '110000203001010019'],
    ['check-digit', '110000199001010014'],
  ])('says %s of %s', (reason, value) => {
    expect(readIdentityNumber(value, TODAY)).toEqual({ valid: false, reason })
  })

  test('somebody born today has a number, somebody born tomorrow has none', () => {
    const born = (day: string) => `110000${day}001`
    const whole = (digits: string) => digits + checkDigitOf(digits)
    expect(readIdentityNumber(whole(born('20261122')), TODAY).valid).toBe(true)
    expect(readIdentityNumber(whole(born('20261123')), TODAY)).toEqual({
      valid: false,
      reason: 'birthdate-future',
    })
  })

  test('a text of 100 KB is refused within 5 ms', () => {
    const long = '1'.repeat(100_000)
    const began = performance.now()
    expect(readIdentityNumber(long, TODAY).valid).toBe(false)
    expect(performance.now() - began).toBeLessThan(5)
  })
})
