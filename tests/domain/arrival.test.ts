import { describe, expect, test } from 'vitest'
import {
  ARRIVAL_VERDICTS,
  type ArrivalFacts,
  isLetIn,
  judgeArrival,
  statusAtDesk,
} from '#lib/domain/arrival.ts'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { instantAt } from '#lib/domain/clock.ts'

const DAY = calendarDate('2026-12-01')
const TEN: ArrivalFacts = {
  officeId: 'here',
  date: DAY,
  startTime: '10:00',
  status: 'confirmed',
  isMoving: false,
  ticket: undefined,
}
const at = (time: string, officeId = 'here') => ({ officeId, now: instantAt(DAY, time) })

const CASES = [
  [{ status: 'cancelled' }, 'cancelled', 'book-or-walk-in'],
  [{ status: 'declined' }, 'cancelled', 'book-or-walk-in'],
  [{ status: 'expired' }, 'cancelled', 'book-or-walk-in'],
  [{ status: 'attended' }, 'already-done', 'book-or-walk-in'],
  [{ status: 'no-show' }, 'late', 'take-in-behind'],
  [{ status: 'awaiting-partner' }, 'not-agreed', 'ask-to-agree'],
  [{ status: 'awaiting-partner', isMoving: true }, 'not-agreed', 'answer-the-move'],
  [{ officeId: 'there' }, 'wrong-office', 'go-to'],
  [{ date: calendarDate('2026-12-02') }, 'wrong-day', 'come-on'],
  [{ date: calendarDate('2026-11-30') }, 'wrong-day', 'book-or-walk-in'],
  [{ date: calendarDate('2026-11-30'), officeId: 'there' }, 'wrong-day', 'book-or-walk-in'],
  [{ ticket: { state: 'waiting', present: 2, expected: 2 } }, 'already-here', 'show-ticket'],
  [{ ticket: { state: 'waiting', present: 1, expected: 2 } }, 'fine', 'add-person'],
  [{ ticket: { state: 'left', present: 1, expected: 2 } }, 'already-here', 'return-ticket'],
  [{ ticket: { state: 'missed', present: 2, expected: 2 } }, 'already-here', 'return-ticket'],
  [
    { ticket: { state: 'done', present: 2, expected: 2 }, status: 'attended' },
    'already-done',
    'reopen-ticket',
  ],
  // Cancelled by the other while they stand here.
  [
    { ticket: { state: 'waiting', present: 1, expected: 2 }, status: 'cancelled' },
    'cancelled',
    'book-or-walk-in',
  ],
] as const

describe('who reports at the desk', () => {
  test('an hour before the time is let in, a minute earlier is told when to come back', () => {
    expect(judgeArrival(TEN, at('09:00'))).toEqual({ verdict: 'fine', step: { do: 'take-in' } })
    expect(judgeArrival(TEN, at('08:59'))).toEqual({
      verdict: 'too-early',
      step: { do: 'come-back', from: instantAt(DAY, '09:00') },
    })
  })

  test('is late from a quarter past, and still let in', () => {
    expect(judgeArrival(TEN, at('10:15')).verdict).toBe('fine')
    const late = judgeArrival(TEN, at('10:16'))
    expect(late).toEqual({ verdict: 'late', step: { do: 'take-in-behind' } })
    expect(isLetIn(late)).toBe(true)
  })

  test.each(CASES)('with %j is told %s, and what to do: %s', (change, verdict, step) => {
    const judged = judgeArrival({ ...TEN, ...change }, at('10:00'))
    expect(judged.verdict).toBe(verdict)
    expect(judged.step.do).toBe(step)
    expect(isLetIn(judged)).toBe(verdict === 'fine' || verdict === 'late')
  })

  test('hears each of the verdicts in one case or another', () => {
    const told = new Set(['too-early', ...CASES.map(([, verdict]) => verdict)])
    expect([...told].sort()).toEqual([...ARRIVAL_VERDICTS].sort())
  })

  test('after a move that nobody answered stands at the old time; a wait for agreement is over', () => {
    const waiting = { status: 'awaiting-partner', heldUntil: instantAt(DAY, '09:00') } as const
    const now = instantAt(DAY, '09:00')
    expect(statusAtDesk({ ...waiting, isMoving: true }, now)).toBe('confirmed')
    expect(statusAtDesk({ ...waiting, isMoving: false }, now)).toBe('expired')
    expect(statusAtDesk({ ...waiting, isMoving: true }, instantAt(DAY, '08:59'))).toBe('awaiting-partner')
  })
})
