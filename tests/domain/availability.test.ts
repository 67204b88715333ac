import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOnOffer, publicRemaining, type SlotSeats } from '#lib/domain/availability.ts'
import { DEFAULT_POLICY } from '#lib/domain/booking-policy.ts'
import { calendarDate } from '#lib/domain/calendar-date.ts'

const NOW = new Date('2026-11-22T10:00:00+08:00')
const DAY = calendarDate('2026-12-01')

describe('what a day offers', () => {
  test('an open day shows every open slot with what the public can still take', () => {
    const slots = [
      slot({ id: 1, publicTaken: 2, taken: 3 }),
      slot({ id: 2, open: false }),
      slot({ id: 3, publicTaken: 4, taken: 4 }),
    ]
    expect(dayOnOffer(DEFAULT_POLICY, DAY, slots, NOW)).toEqual({
      date: DAY,
      state: 'open',
      slots: [
        { id: 1, start: '09:00', end: '09:15', capacity: 4, remaining: 2 },
        { id: 3, start: '09:00', end: '09:15', capacity: 4, remaining: 0 },
      ],
    })
  })

  test('a day whose public seats are gone is full, even while seats kept for the counter are free', () => {
    const day = dayOnOffer(DEFAULT_POLICY, DAY, [slot({ publicTaken: 4, taken: 4, capacity: 9 })], NOW)
    expect(day.state).toBe('full')
    expect(day.slots).toHaveLength(1)
  })

  test('a day without an open slot is closed', () => {
    expect(dayOnOffer(DEFAULT_POLICY, DAY, [], NOW)).toEqual({ date: DAY, state: 'closed', slots: [] })
    expect(dayOnOffer(DEFAULT_POLICY, DAY, [slot({ open: false })], NOW).state).toBe('closed')
  })

  test('a day past its cut-off is too late and one past the horizon not released; neither shows slots', () => {
    const tooLate = dayOnOffer(DEFAULT_POLICY, calendarDate('2026-11-22'), [slot({})], NOW)
    expect(tooLate).toMatchObject({ state: 'too-late', slots: [] })
    const notReleased = dayOnOffer(DEFAULT_POLICY, calendarDate('2026-12-23'), [slot({})], NOW)
    expect(notReleased).toMatchObject({ state: 'not-released', slots: [] })
  })

  test('what remains is never negative and never more than the share, nor than the whole', () => {
    fc.assert(
      fc.property(seatsArbitrary(), (seats) => {
        const remaining = publicRemaining(seats)
        expect(remaining).toBeGreaterThanOrEqual(0)
        expect(remaining).toBeLessThanOrEqual(Math.max(0, seats.capacity - seats.taken))
        expect(remaining).toBeLessThanOrEqual(Math.max(0, seats.publicCapacity - seats.publicTaken))
      }),
    )
  })

  test('a day is open exactly while something remains', () => {
    fc.assert(
      fc.property(fc.array(seatsArbitrary(), { minLength: 1 }), (seats) => {
        const slots = seats.map((one, id) => slot({ id, ...one }))
        const day = dayOnOffer(DEFAULT_POLICY, DAY, slots, NOW)
        const remains = day.slots.some(({ remaining }) => remaining > 0)
        expect(day.state).toBe(remains ? 'open' : 'full')
      }),
    )
  })
})

function slot(facts: Partial<SlotSeats>): SlotSeats {
  const times = { date: DAY, startTime: '09:00', endTime: '09:15', open: true }
  return { id: 1, ...times, capacity: 6, publicCapacity: 4, taken: 0, publicTaken: 0, ...facts }
}

function seatsArbitrary() {
  const count = fc.nat(30)
  return fc.record({ capacity: count, publicCapacity: count, taken: count, publicTaken: count })
}
