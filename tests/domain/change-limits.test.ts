import { describe, expect, test } from 'vitest'
import { DEFAULT_POLICY } from '#lib/domain/booking-policy.ts'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { cancelReasonText, withoutWords } from '#lib/domain/cancel-reason.ts'
import { cancellationsLeft, moveDeadline, movesLeft } from '#lib/domain/change-limits.ts'

const to = { date: calendarDate('2026-12-10'), startTime: '09:00' }
const tomorrow = { date: calendarDate('2026-12-02'), startTime: '09:00' }

describe('how often something may still be changed', () => {
  test('counts down to nothing and never below', () => {
    expect([0, 2, 3, 9].map((moved) => movesLeft({ mostMoves: 3 }, moved))).toEqual([3, 1, 0, 0])
    expect([0, 2, 3, 9].map((done) => cancellationsLeft({ mostCancellations: 3 }, done))).toEqual([
      3, 1, 0, 0,
    ])
  })
})

describe('the wait for the other after a move', () => {
  test('is that of a booking where nothing is kept', () => {
    const now = new Date('2026-12-01T10:00:00+08:00')
    expect(moveDeadline(DEFAULT_POLICY, { to, kept: undefined }, now)).toEqual(
      new Date('2026-12-02T10:00:00+08:00'),
    )
  })

  test('ends while the old time can still be cancelled', () => {
    const now = new Date('2026-12-01T10:00:00+08:00')
    expect(moveDeadline(DEFAULT_POLICY, { to, kept: tomorrow }, now)).toEqual(
      new Date('2026-12-01T15:00:00+08:00'),
    )
  })
})

describe('a reason to cancel', () => {
  test('is kept for the office behind the mark of who cancelled, and seen by nobody else', () => {
    expect(cancelReasonText(undefined, ' ')).toBe('by-party')
    expect(cancelReasonText('elsewhere', ' 我们在老家办 ')).toBe('by-party: elsewhere: 我们在老家办')
    expect(withoutWords('by-party: elsewhere')).toBe('by-party')
    expect(withoutWords('partner-did-not-answer')).toBe('partner-did-not-answer')
    expect(withoutWords(undefined)).toBeUndefined()
    expect(cancelReasonText('字'.repeat(500)).length).toBeLessThan(220)
  })
})
