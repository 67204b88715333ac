import { describe, expect, test } from 'vitest'
import type { Calendar } from '#lib/domain/calendar.ts'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { countRatings, decideRating, type RatingFacts, ratingDues, ratingState } from '#lib/domain/rating.ts'
import { faultsOfTerms, USUAL_TERMS } from '#lib/domain/rating-terms.ts'

const calendar: Calendar = {
  holidays: new Set(['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'].map(calendarDate)),
  makeupWorkdays: new Set([calendarDate('2026-10-10')]),
  officialYears: new Set([2026]),
}

const NOTHING: RatingFacts = {
  level: 1,
  contactedAt: undefined,
  closedAt: undefined,
  appealedAt: undefined,
  appealAnswer: undefined,
}
const at = new Date('2026-12-01T02:00:00Z')

describe('a bad rating is due', () => {
  test.each([
    ['2026-12-01', '2026-12-02', '2026-12-22'],
    // A Friday: the weekend does not count.
    ['2026-12-04', '2026-12-07', '2026-12-25'],
    // Before the National Day holiday, with its Saturday that is worked.
    ['2026-09-30', '2026-10-08', '2026-10-27'],
  ])('rated on %s: contact by %s, close by %s', (on, contactBy, closeBy) => {
    expect(ratingDues(calendar, calendarDate(on), USUAL_TERMS)).toEqual({ contactBy, closeBy })
  })
})

test('a visit takes one rating, when it is over and for thirty days', () => {
  const visit = { state: 'done', date: calendarDate('2026-11-01') } as const
  const decide = (isRated: boolean, now: string, state: 'done' | 'serving' = 'done') =>
    decideRating({ ...visit, state }, { isRated, openDays: 30, now: new Date(now) })
  expect(decide(false, '2026-12-01T15:59:59Z')).toMatchObject({ ok: true })
  expect(decide(false, '2026-12-01T16:00:00Z')).toMatchObject({ errors: [{ reason: 'rating-closed' }] })
  expect(decide(true, '2026-11-01T04:00:00Z')).toMatchObject({ errors: [{ reason: 'already-rated' }] })
  expect(decide(false, '2026-11-01T04:00:00Z', 'serving')).toMatchObject({
    errors: [{ reason: 'visit-not-over' }],
  })
})

test('a bad rating goes from contact to closing; an upheld appeal takes it out of the count', () => {
  const states = [
    NOTHING,
    { ...NOTHING, contactedAt: at },
    { ...NOTHING, contactedAt: at, closedAt: at },
    { ...NOTHING, appealedAt: at },
    { ...NOTHING, appealedAt: at, appealAnswer: 'rejected' as const, closedAt: at },
    { ...NOTHING, appealedAt: at, appealAnswer: 'upheld' as const },
    { ...NOTHING, level: 3 as const },
  ]
  expect(states.map(ratingState)).toEqual([
    'to-contact',
    'to-close',
    'closed',
    'appealed',
    'closed',
    'dismissed',
    'good',
  ])
  expect([...countRatings(states)]).toEqual([
    [5, 0],
    [4, 0],
    [3, 1],
    [2, 0],
    [1, 5],
  ])
})

test('the days of a rating are whole, at least one, and closing is never before contact', () => {
  expect(faultsOfTerms(USUAL_TERMS)).toEqual([])
  expect(faultsOfTerms({ ...USUAL_TERMS, ratingOpenDays: 0, ratingContactDays: '2' })).toEqual([
    { key: 'ratingOpenDays', fault: 'too-small' },
    { key: 'ratingContactDays', fault: 'not-whole' },
  ])
  expect(faultsOfTerms({ ...USUAL_TERMS, ratingContactDays: 20 })).toEqual([
    { key: 'ratingCloseDays', fault: 'close-before-contact' },
  ])
})
