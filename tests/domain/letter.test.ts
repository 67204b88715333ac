import { describe, expect, test } from 'vitest'
import { APPOINTMENT_STATUSES, type AppointmentStatus } from '#lib/domain/appointment-status.ts'
import { addDays, calendarDate } from '#lib/domain/calendar-date.ts'
import { CHANGE_NEWS } from '#lib/domain/capacity-change.ts'
import { instantAt } from '#lib/domain/clock.ts'
import { CASE_NEWS, CASE_REMINDERS } from '#lib/domain/divorce-case.ts'
import { HOME_VISIT_NEWS } from '#lib/domain/home-visit.ts'
import {
  isUrgent,
  judgeLetter,
  LETTER_EVENTS,
  type LetterEvent,
  type LetterGround,
} from '#lib/domain/letter.ts'
import { letterKind } from '#lib/domain/letter-kind.ts'
import { retryAt } from '#lib/domain/letter-retry.ts'

const date = calendarDate('2026-12-01')
const now = instantAt(addDays(date, -3), '10:00')
const ground: LetterGround = {
  status: 'confirmed',
  askedRole: 2,
  keepsOldTime: false,
  people: 2,
  date,
  startTime: '09:00',
}
const letter = (event: LetterEvent, role = 1, detail = {}) => ({ event, role, detail, dueAt: now })
const judge = (event: LetterEvent, change: Partial<LetterGround>, role = 1, detail = {}, at = now) =>
  judgeLetter(letter(event, role, detail), { ...ground, ...change }, at)

describe('a message that has waited', () => {
  test('is sent only while it is true: the whole table', () => {
    const sentIn = (event: LetterEvent) =>
      APPOINTMENT_STATUSES.filter((status) =>
        [1, 2].some((role) => judge(event, { status }, role) === 'send'),
      )
    const table = Object.fromEntries(LETTER_EVENTS.map((event) => [event, sentIn(event).join(' ')]))
    expect(table).toEqual({
      held: 'awaiting-partner',
      'partner-asked': 'awaiting-partner',
      'partner-reminder': 'awaiting-partner',
      'partner-silent': 'awaiting-partner',
      confirmed: 'confirmed',
      declined: 'confirmed declined',
      expired: 'expired',
      moved: 'awaiting-partner confirmed',
      'move-asked': 'awaiting-partner',
      'move-lapsed': 'confirmed',
      'still-coming': 'confirmed',
      'day-before': 'confirmed',
      cancelled: 'cancelled',
      offer: '',
      'offer-lapsed': '',
      'no-show': 'no-show',
      code: '',
      ...Object.fromEntries(CHANGE_NEWS.map((event) => [event, 'awaiting-partner confirmed'])),
      // Judged by the case, the visit at home or the one that is over, and not by an appointment.
      ...Object.fromEntries(
        [...CASE_NEWS, ...CASE_REMINDERS, ...HOME_VISIT_NEWS, 'visit-over'].map((event) => [event, '']),
      ),
    })
  })

  test('goes to the one whose word is waited for, or to the other, never to the wrong one', () => {
    const waiting = { status: 'awaiting-partner' } as const
    expect(judge('partner-asked', waiting, 2)).toBe('send')
    expect(judge('partner-asked', waiting, 1)).toBe('superseded')
    expect(judge('partner-silent', waiting, 1)).toBe('send')
    expect(judge('partner-silent', waiting, 2)).toBe('superseded')
    expect(judge('partner-reminder', { ...waiting, askedRole: 1 }, 2)).toBe('superseded')
  })

  test('is superseded when it was meant for another time', () => {
    expect(judge('day-before', {}, 1, { date })).toBe('send')
    expect(judge('day-before', { date: addDays(date, 1) }, 1, { date })).toBe('superseded')
    expect(judge('day-before', {}, 1, { date, startTime: '10:00' })).toBe('superseded')
  })

  test('is too late from the very minute of the appointment; a missed one is told for a week', () => {
    const start = instantAt(date, '09:00')
    expect(judge('day-before', {}, 1, {}, new Date(start.getTime() - 1))).toBe('send')
    expect(judge('day-before', {}, 1, {}, start)).toBe('too-late')
    const missed = (days: number) =>
      judge('no-show', { status: 'no-show' }, 1, {}, instantAt(addDays(date, days), '09:00'))
    expect(missed(4)).toBe('send')
    expect(missed(9)).toBe('too-late')
  })
})

describe('the words', () => {
  const kind = (event: LetterEvent, role: number, detail = {}, change: Partial<LetterGround> = {}) =>
    letterKind({ event, role, detail }, { ...ground, ...change })

  test('say who cancelled', () => {
    expect(kind('cancelled', 1, { by: 1 })).toBe('cancelled-self')
    expect(kind('cancelled', 2, { by: 1 })).toBe('cancelled-other')
    expect(kind('cancelled', 2, { by: 'office' })).toBe('cancelled-office')
    expect(kind('cancelled', 2, { by: 'system' })).toBe('cancelled')
    expect(kind('cancelled', 2)).toBe('cancelled')
  })

  test('tell a refused move from a refused appointment, and the one who said no from the other', () => {
    expect(kind('declined', 1, {}, { status: 'declined' })).toBe('declined')
    expect(kind('declined', 2, {}, { status: 'declined' })).toBe('declined-self')
    expect(kind('declined', 1)).toBe('move-declined')
    expect(kind('move-lapsed', 1, { because: 'taken-back' })).toBe('move-taken-back')
    expect(kind('move-lapsed', 1, { because: 'no-answer' })).toBe('move-lapsed')
  })

  test('ask about a move, or about the first time when none was agreed to yet', () => {
    const status: AppointmentStatus = 'awaiting-partner'
    expect(kind('move-asked', 2, {}, { status, keepsOldTime: true })).toBe('move-asked')
    expect(kind('moved', 1, {}, { status, keepsOldTime: true })).toBe('move-waiting')
    expect(kind('move-asked', 2, {}, { status })).toBe('partner-asked')
    expect(kind('moved', 1, {}, { status })).toBe('held')
    expect(kind('move-asked', 2)).toBe('moved')
    expect(kind('confirmed', 1, {}, { people: 1 })).toBe('confirmed-alone')
  })
})

test('only what cannot wait is urgent', () => {
  const urgent = LETTER_EVENTS.filter((event) => isUrgent(event, addDays(date, 30), now))
  expect(urgent).toEqual(['offer', 'code'])
  expect(isUrgent('cancelled', date, instantAt(addDays(date, -1), '00:00'))).toBe(true)
  expect(isUrgent('cancelled', date, instantAt(addDays(date, -2), '23:59'))).toBe(false)
})

test('tries grow further apart, up to a quarter of an hour, and never end', () => {
  const seconds = [1, 2, 3, 4, 5, 6, 7, 5000].map((n) => (retryAt(n, now).getTime() - now.getTime()) / 1000)
  expect(seconds).toEqual([30, 60, 120, 240, 480, 900, 900, 900])
})
