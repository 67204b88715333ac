import { describe, expect, test } from 'vitest'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { calendarSequence, timeInForce } from '#lib/domain/slot-time.ts'

const kept = { date: calendarDate('2026-12-01'), startTime: '09:00', endTime: '09:15' }
const asked = { date: calendarDate('2026-12-08'), startTime: '10:00', endTime: '10:15' }

describe('while a move waits', () => {
  test('the time both had agreed to is the one to come at', () => {
    expect(timeInForce({ ...asked, keptTime: kept })).toEqual(kept)
    expect(timeInForce({ ...asked, keptTime: undefined })).toEqual(asked)
  })
})

describe('what a calendar is told', () => {
  const confirmed = { status: 'confirmed', keptTime: undefined } as const
  const waiting = { status: 'awaiting-partner', keptTime: kept } as const

  test('is newer after every change of what it shows, and the same as long as it shows the same', () => {
    const story = [
      { ...confirmed, moveCount: 0 },
      { ...waiting, moveCount: 1 },
      { ...confirmed, moveCount: 1 },
      { ...waiting, moveCount: 2 },
      { ...waiting, moveCount: 3 },
      { ...confirmed, moveCount: 3 },
      { status: 'cancelled', keptTime: undefined, moveCount: 3 } as const,
    ]
    expect(story.map(calendarSequence)).toEqual([0, 0, 1, 1, 2, 3, 4])
  })

  test('counts a move before anybody agreed at once: nothing was kept', () => {
    expect(calendarSequence({ status: 'awaiting-partner', keptTime: undefined, moveCount: 1 })).toBe(1)
  })
})
