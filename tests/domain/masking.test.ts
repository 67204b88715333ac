import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lastFourOf, maskName, maskNumber, maskNumberKeepingRegion, maskPhone } from '#lib/domain/masking.ts'
import { casesOf } from '#tests/support/vectors.ts'

type Rule = 'name' | 'id34' | 'id64' | 'mobile'

const RULES: Readonly<Record<Rule, (value: string) => string>> = {
  name: maskName,
  id34: maskNumber,
  id64: maskNumberKeepingRegion,
  mobile: maskPhone,
}

describe('what is shown of personal data', () => {
  test.each(casesOf<{ rule: Rule; value: string }, string>('mask'))('$id $title', ({ input, expected }) => {
    expect(RULES[input.rule](input.value)).toBe(expected)
  })

  test('a name shows its first character only, whatever the script', () => {
    expect(maskName('林晓川')).toBe('林**')
    expect(maskName('欧阳示例')).toBe('欧***')
    expect(maskName('𠮷田')).toBe('𠮷*')
    expect(maskName('陈')).toBe('*')
    expect(maskName('')).toBe('*')
  })

  test('a short number shows two and two, a very short one nothing', () => {
    expect(maskNumber('E00000019')).toBe('E0*****19')
    expect(maskNumber('E12')).toBe('***')
    expect(maskPhone('12345')).toBe('*****')
    expect(lastFourOf('110000199001010013')).toBe('0013')
  })

  test('birth date and county never show', () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 18, maxLength: 18 })
    fc.assert(
      fc.property(digits, (number) => {
        const masked = maskNumber(number.join(''))
        expect(masked).toHaveLength(18)
        expect(masked.slice(3, 14)).toBe('*'.repeat(11))
      }),
    )
  })
})
