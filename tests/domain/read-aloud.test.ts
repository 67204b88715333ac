import { describe, expect, test } from 'vitest'
import { readAloud } from '#lib/domain/read-aloud.ts'

const said = (text: string) => readAloud(text).map((group) => group.map(({ sign }) => sign).join(''))

describe('a number read on the telephone', () => {
  test('is grouped as people say theirs', () => {
    expect(said('11000019900101001x')).toEqual(['110000', '1990', '0101', '001X'])
    expect(said('139 0000 1234')).toEqual(['139', '0000', '1234'])
    expect(said('7K3Q-9M2X-4T')).toEqual(['7K3Q', '9M2X', '4T'])
    expect(said('+85290000123')).toEqual(['+852', '9000', '0123'])
    expect(said('')).toEqual([])
  })

  test('marks what needs a code word', () => {
    expect(readAloud('E1+')).toEqual([
      [
        { sign: 'E', kind: 'letter' },
        { sign: '1', kind: 'digit' },
        { sign: '+', kind: 'other' },
      ],
    ])
  })

  test('loses no sign', () => {
    for (const text of ['H12345678', 'A1B2C3D4E5F6', '110000199001010010', '13900001234'])
      expect(said(text).join('')).toBe(text)
  })
})
