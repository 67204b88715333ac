import { describe, expect, test } from 'vitest'
import { CORRECTION_LENGTH, readCorrection } from '#lib/domain/correction.ts'
import { ladderDaysOf, replayDaysOf } from '#lib/domain/retention.ts'

describe('what is said to be wrong', () => {
  test('is kept as it was said, with the line ends of one kind', () => {
    expect(readCorrection('  名字错了：\r\n应该是“川”\r')).toEqual({
      ok: true,
      value: '名字错了：\n应该是“川”',
    })
  })

  test('may have 500 characters as people count them, and not one more', () => {
    expect(readCorrection('𠮷'.repeat(CORRECTION_LENGTH))).toMatchObject({ ok: true })
    expect(readCorrection('川'.repeat(CORRECTION_LENGTH + 1))).toMatchObject({
      ok: false,
      reason: 'invalid-input',
      errors: [{ path: 'text', reason: 'too-long' }],
    })
  })

  test.each(['', ' \n\t '])('may not be nothing (%j)', (text) => {
    expect(readCorrection(text)).toMatchObject({ ok: false, errors: [{ path: 'text', reason: 'required' }] })
  })
})

test('receipts and missed days are never kept longer than the appointments themselves', () => {
  expect([replayDaysOf(180), ladderDaysOf(180)]).toEqual([30, 180])
  expect([replayDaysOf(365), ladderDaysOf(365)]).toEqual([30, 180])
  expect([replayDaysOf(7), ladderDaysOf(7)]).toEqual([7, 7])
})
