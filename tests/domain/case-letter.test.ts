import { describe, expect, test } from 'vitest'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { caseLetterExpiry, judgeCaseLetter } from '#lib/domain/case-letter.ts'
import { instantAt } from '#lib/domain/clock.ts'
import { CASE_NEWS, CASE_REMINDERS, CASE_STATUSES, type CaseStatus } from '#lib/domain/divorce-case.ts'
import type { LetterEvent } from '#lib/domain/letter.ts'

// Received on 1 September 2026.
const deadlines = {
  coolingOffEnd: calendarDate('2026-10-08'),
  certWindowStart: calendarDate('2026-10-09'),
  firstServiceDay: calendarDate('2026-10-09'),
  certWindowEnd: calendarDate('2026-11-09'),
}
const at = (day: string, time = '09:00') => instantAt(calendarDate(day), time)

function judge(
  event: LetterEvent,
  on: Date,
  change: { readonly status?: CaseStatus; readonly meant?: string; readonly dueAt?: Date } = {},
) {
  const detail = change.meant ? { date: calendarDate(change.meant) } : {}
  const letter = { event, detail, dueAt: change.dueAt ?? on }
  return judgeCaseLetter(letter, { status: change.status ?? 'open', deadlines }, on)
}

describe('a message about a case', () => {
  test('is sent only while it is true: the whole table', () => {
    const sentIn = (event: LetterEvent) =>
      CASE_STATUSES.filter((status) => judge(event, at('2026-10-07'), { status }) === 'send').join(' ')
    const events: LetterEvent[] = [...CASE_NEWS, ...CASE_REMINDERS, 'confirmed', 'offer', 'code']
    expect(Object.fromEntries(events.map((event) => [event, sentIn(event)]))).toEqual({
      'case-opened': 'open',
      'case-dates-moved': 'open',
      'case-withdrawn': 'withdrawn',
      'case-lapsed': 'lapsed',
      'case-issued': 'issued',
      'cooling-off-ends': 'open',
      'window-opens': 'open',
      'window-closes-soon': 'open',
      'window-closes': 'open',
      confirmed: '',
      offer: '',
      code: '',
    })
  })

  test.each([
    ['cooling-off-ends', '2026-10-08', '2026-10-05'],
    ['window-opens', '2026-10-09', '2026-10-12'],
    ['window-closes-soon', '2026-11-09', '2026-11-02'],
    ['window-closes', '2026-11-09', '2026-11-07'],
  ] as const)('%s is about one day: left for another it is overtaken', (event, day, on) => {
    expect(judge(event, at(on), { meant: day })).toBe('send')
    expect(judge(event, at(on), { meant: '2026-10-07' })).toBe('superseded')
  })

  test.each([
    ['cooling-off-ends', '2026-10-08'],
    ['window-opens', '2026-11-01'],
    ['window-closes-soon', '2026-11-06'],
    ['window-closes', '2026-11-09'],
  ] as const)('%s is worth something until the offices close on its last day', (event, last) => {
    expect(judge(event, at(last, '16:59'))).toBe('send')
    expect(judge(event, at(last, '17:00'))).toBe('too-late')
    expect(caseLetterExpiry(event, deadlines)).toEqual(at(last, '17:00'))
  })

  test('of two changes of the dates the later one is told', () => {
    expect(judge('case-dates-moved', at('2026-10-07'), { meant: '2026-11-06' })).toBe('superseded')
    expect(judge('case-dates-moved', at('2026-10-07'), { meant: '2026-11-09' })).toBe('send')
  })

  test('is news for seven days', () => {
    const dueAt = at('2026-09-01')
    expect(judge('case-opened', at('2026-09-08'), { dueAt })).toBe('send')
    expect(judge('case-opened', at('2026-09-09'), { dueAt })).toBe('too-late')
    expect(caseLetterExpiry('case-opened', deadlines)).toBeUndefined()
  })
})
