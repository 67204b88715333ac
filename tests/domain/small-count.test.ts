import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FEWEST_SHOWN, hideSmall, shownCount } from '#lib/domain/small-count.ts'

const delicate = (count: number) => ({ count, isDelicate: true })
const plain = (count: number) => ({ count, isDelicate: false })

describe('small counts about people in distress', () => {
  test('one to four read as few; none and five read as they are', () => {
    expect([0, 1, 4, 5, 12].map(shownCount)).toEqual([0, 'few', 'few', 5, 12])
  })

  test('a small one takes the next smallest along, so that the sum does not tell it', () => {
    expect(hideSmall([delicate(2), plain(40), plain(7)])).toEqual(['few', 40, 'few'])
    expect(hideSmall([delicate(1), delicate(1), plain(9)])).toEqual(['few', 'few', 'few'])
    expect(hideSmall([delicate(3), delicate(3), plain(9)])).toEqual(['few', 'few', 9])
  })

  test('nothing is hidden where nothing needs it', () => {
    expect(hideSmall([plain(1), delicate(0), delicate(5)])).toEqual([1, 0, 5])
    expect(hideSmall([])).toEqual([])
  })

  test('whatever the counts, the sum less what is shown tells of nobody unless all together are few', () => {
    const cells = fc.array(fc.record({ count: fc.nat(12), isDelicate: fc.boolean() }), { maxLength: 8 })
    fc.assert(
      fc.property(cells, (column) => {
        const shown = hideSmall(column)
        const hidden = column.filter((_, index) => shown[index] === 'few')
        const sum = hidden.reduce((total, { count }) => total + count, 0)
        const all = column.reduce((total, { count }) => total + count, 0)
        if (hidden.length === 0) return
        const isLone = column.filter(({ count }) => count > 0).length === 1
        expect(sum >= Math.min(FEWEST_SHOWN, all)).toBe(true)
        expect(hidden.length > 1 || isLone).toBe(true)
      }),
    )
  })
})
