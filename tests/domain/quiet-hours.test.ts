import { describe, expect, test } from 'vitest'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { instantAt } from '#lib/domain/clock.ts'
import { leavesAt, quietEnd } from '#lib/domain/quiet-hours.ts'

const day = calendarDate('2026-11-22')
const next = calendarDate('2026-11-23')
const night = { quietFrom: '21:00', quietUntil: '08:00' }
const plain = { urgent: false, awaited: false, safe: false, expiresAt: undefined }

describe('quiet hours', () => {
  test.each([
    ['20:59', night, day, '20:59'],
    ['21:00', night, next, '08:00'],
    ['23:59', night, next, '08:00'],
    ['00:00', night, day, '08:00'],
    ['07:59', night, day, '08:00'],
    ['08:00', night, day, '08:00'],
    ['12:30', { quietFrom: '12:00', quietUntil: '14:00' }, day, '14:00'],
    ['14:00', { quietFrom: '12:00', quietUntil: '14:00' }, day, '14:00'],
    ['03:00', { quietFrom: '09:00', quietUntil: '09:00' }, day, '03:00'],
  ])('at %s a message leaves when they are over', (time, hours, on, until) => {
    expect(quietEnd(hours, instantAt(day, time))).toEqual(instantAt(on, until))
  })

  test('hold for what can wait, not for what cannot', () => {
    const now = instantAt(day, '23:00')
    const morning = instantAt(next, '08:00')
    expect(leavesAt(night, plain, now)).toEqual(morning)
    expect(leavesAt(night, { ...plain, urgent: true }, now)).toEqual(now)
    expect(leavesAt(night, { ...plain, expiresAt: instantAt(next, '07:30') }, now)).toEqual(now)
    expect(leavesAt(night, { ...plain, expiresAt: instantAt(next, '15:00') }, now)).toEqual(morning)
  })

  test('of a contact that nobody else must see hold for everything but what its owner waits for', () => {
    const now = instantAt(day, '23:00')
    expect(leavesAt(night, { ...plain, safe: true, urgent: true }, now)).toEqual(instantAt(next, '08:00'))
    expect(leavesAt(night, { ...plain, safe: true, awaited: true }, now)).toEqual(now)
  })
})
