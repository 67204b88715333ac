import { describe, expect, test } from 'vitest'
import type { AppointmentStatus } from '#lib/domain/appointment-status.ts'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { instantAt } from '#lib/domain/clock.ts'
import { isAhead, nextStep } from '#lib/domain/next-step.ts'

const DAY = calendarDate('2026-12-01')
const BEFORE = instantAt(DAY, '09:14')
const AFTER = instantAt(DAY, '09:15')
const of = (status: AppointmentStatus, role?: number) => ({
  status,
  date: DAY,
  startTime: '09:00',
  endTime: '09:15',
  keptTime: undefined,
  askedRole: 2,
  ...(role ? { role } : {}),
})

describe('the next step about an appointment', () => {
  test.each([
    ['awaiting-partner', 1, 'wait'],
    ['awaiting-partner', 2, 'agree'],
    ['confirmed', 1, 'come'],
    ['confirmed', 2, 'come'],
    ['attended', 1, 'nothing'],
    ['no-show', 1, 'book-again'],
    ['declined', 2, 'book-again'],
    ['expired', 1, 'book-again'],
    ['cancelled', 1, 'book-again'],
  ] as const)('%s, as number %i, before its day is over: %s', (status, role, step) => {
    expect(nextStep(of(status, role), BEFORE)).toBe(step)
  })

  test('a confirmed one lies ahead until the minute it ends; then there is nothing to come to', () => {
    expect(isAhead(of('confirmed', 1), BEFORE)).toBe(true)
    expect(isAhead(of('confirmed', 1), AFTER)).toBe(false)
    expect(nextStep(of('confirmed', 1), AFTER)).toBe('book-again')
  })

  test('one that waits for a move lies ahead as long as the time both had agreed to', () => {
    const keptTime = { date: DAY, startTime: '09:00', endTime: '09:15' }
    const moving = { ...of('awaiting-partner', 2), date: calendarDate('2026-12-09'), keptTime }
    expect([isAhead(moving, BEFORE), isAhead(moving, AFTER)]).toEqual([true, false])
    expect(nextStep(moving, BEFORE)).toBe('agree')
  })

  test('one that is over does not lie ahead, even if its day does', () => {
    expect(isAhead(of('cancelled', 1), BEFORE)).toBe(false)
  })
})
