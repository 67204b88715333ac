import { describe, expect, test } from 'vitest'
import type { SlotSeats } from '#lib/domain/availability.ts'
import { DEFAULT_POLICY } from '#lib/domain/booking-policy.ts'
import { type CalendarDate, calendarDate, daysFrom } from '#lib/domain/calendar-date.ts'
import { instantAt } from '#lib/domain/clock.ts'
import { divorceDeadlines } from '#lib/domain/cooling-off.ts'
import { decideSlot, type SlotFacts, type VisitGrounds } from '#lib/domain/decide-booking.ts'
import { firstOpenStep } from '#lib/domain/journey.ts'
import { SERVICES } from '#lib/domain/service.ts'
import { visitDay, visitDays, windowAhead } from '#lib/domain/visit-days.ts'
import { calendarOf } from '#tests/support/vectors.ts'

const CALENDAR = calendarOf(['CN-2026'])
// Received on 1 September 2026: cooling-off until 8 October, window from 9 October to 9 November.
const DEADLINES = divorceDeadlines(CALENDAR, calendarDate('2026-09-01'))
const EVERY_DAY = daysFrom(calendarDate('2026-10-01'), calendarDate('2026-11-15'))
const noonOf = (day: string) => instantAt(calendarDate(day), '12:00')
const facts = { calendar: CALENDAR, policy: DEFAULT_POLICY }

describe('the days that a couple may choose from', () => {
  test('are every working day of the window and no other, long before they are released', () => {
    const now = noonOf('2026-09-02')
    const window = windowAhead(DEADLINES, now)
    expect(window).toEqual({ from: '2026-10-09', until: '2026-11-09' })
    const days = window ? visitDays(window, { ...facts, slots: EVERY_DAY.map(slotOn), now }) : []
    const open = days.filter((day) => day.state === 'open').map((day) => day.date)
    expect(open).toHaveLength(23)
    expect(open).toContain('2026-10-10') // a Saturday on which everybody works
    expect(open).not.toContain('2026-10-11')
    expect([open[0], open.at(-1)]).toEqual(['2026-10-09', '2026-11-09'])
  })

  test('are what the booking would take, day by day', () => {
    const grounds: VisitGrounds = {
      facts: { status: 'open', officeId: 'here', deadlines: DEADLINES },
      calendar: CALENDAR,
      people: [],
    }
    for (const today of ['2026-09-02', '2026-10-08', '2026-10-09', '2026-10-30', '2026-11-09']) {
      const now = noonOf(today)
      const window = windowAhead(DEADLINES, now)
      const shown = window ? visitDays(window, { ...facts, slots: EVERY_DAY.map(slotOn), now }) : []
      for (const date of EVERY_DAY) {
        const isOpen = shown.some((day) => day.date === date && day.state === 'open')
        const refusal = decideSlot('DIVORCE_CERTIFICATE', factsOn(date), DEFAULT_POLICY, now, grounds)
        expect(isOpen, `${date}, seen on ${today}`).toBe(refusal === undefined)
      }
    }
  })

  test('end with the window', () => {
    expect(windowAhead(DEADLINES, noonOf('2026-10-30'))).toEqual({ from: '2026-10-30', until: '2026-11-09' })
    expect(windowAhead(DEADLINES, noonOf('2026-11-10'))).toBeUndefined()
  })

  test('in a full slot there is a place for those for whom it is kept, and for nobody else', () => {
    const date = calendarDate('2026-10-12')
    const full = { ...slotOn(date), taken: 1 }
    const seen = { ...facts, slots: [full], now: noonOf('2026-09-02') }
    expect(visitDay(date, { ...seen, keptSlotId: full.id })).toMatchObject({ state: 'open' })
    expect(visitDay(date, { ...seen, keptSlotId: full.id + 1 })).toMatchObject({ state: 'full' })
  })
})

test('the journey of a second visit asks neither for the place nor for the other', () => {
  const begun = { service: 'DIVORCE_CERTIFICATE', officeId: 'here' } as const
  expect(firstOpenStep(begun)).toBe('date')
  const told = { ...begun, date: calendarDate('2026-10-12'), slotId: 1 }
  expect(firstOpenStep(told)).toBe('you')
  expect(firstOpenStep({ ...told, youDone: true })).toBe('answers')
})

function slotOn(date: CalendarDate): SlotSeats {
  const seats = { capacity: 1, taken: 0, publicCapacity: 0, publicTaken: 0, open: true }
  return { id: EVERY_DAY.indexOf(date) + 1, date, startTime: '09:00', endTime: '09:30', ...seats }
}

function factsOn(date: CalendarDate): SlotFacts {
  const { id, startTime, endTime } = slotOn(date)
  const office = { officeId: 'here', services: SERVICES, accepts: ['MAINLAND'], onlineBooking: true } as const
  return { id, date, startTime, endTime, ...office }
}
