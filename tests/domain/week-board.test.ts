import { describe, expect, test } from 'vitest'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { addUp } from '#lib/domain/week-board.ts'

const MONDAY = calendarDate('2026-12-07')
const lanes = [
  { id: 'marriage', services: ['MARRIAGE'] },
  { id: 'copies', services: ['REISSUE_MARRIAGE', 'REISSUE_DIVORCE'] },
] as const
const seats = [
  { laneId: 'marriage', date: MONDAY, hour: '09', taken: 5, total: 12 },
  { laneId: 'marriage', date: MONDAY, hour: '10', taken: 12, total: 12 },
  { laneId: 'copies', date: MONDAY, hour: '09', taken: 3, total: 6 },
]
const booked = [
  { laneId: 'marriage', date: MONDAY, hour: '09', service: 'MARRIAGE', count: 4 },
  { laneId: 'copies', date: MONDAY, hour: '09', service: 'REISSUE_MARRIAGE', count: 2 },
  { laneId: 'copies', date: MONDAY, hour: '09', service: 'REISSUE_DIVORCE', count: 1 },
] as const
const facts = { lanes, seats, booked }

describe('the board of a week', () => {
  test('adds the lanes up hour by hour: booked and free are the total', () => {
    const { hours, cells, totals } = addUp(facts)
    expect(hours).toEqual(['09', '10'])
    expect(cells.get(`${MONDAY} 09`)).toEqual({ booked: 8, free: 10, total: 18 })
    expect(totals.get(MONDAY)).toEqual({ booked: 20, free: 10, total: 30 })
  })

  test('shows one lane, a place that is being filled in counting as booked', () => {
    const { cells, services } = addUp(facts, { laneId: 'marriage' })
    expect(cells.get(`${MONDAY} 09`)).toEqual({ booked: 5, free: 7, total: 12 })
    expect([...services.keys()]).toEqual([`MARRIAGE ${MONDAY}`])
  })

  test('shows one service with its own bookings and the places it shares', () => {
    const { hours, cells, services } = addUp(facts, { service: 'REISSUE_DIVORCE' })
    expect(hours).toEqual(['09'])
    expect(cells.get(`${MONDAY} 09`)).toEqual({ booked: 1, free: 3, total: 6 })
    expect(services.get(`REISSUE_MARRIAGE ${MONDAY}`)).toEqual({ booked: 2, free: 3, total: 6 })
  })
})
