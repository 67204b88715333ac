import type { DayOnOffer, SlotSeats } from './availability.ts'
import { type BookingPolicy, offerStateOf } from './booking-policy.ts'
import { type Calendar, isServed } from './calendar.ts'
import { type CalendarDate, daysFrom } from './calendar-date.ts'
import { shanghaiToday } from './clock.ts'
import type { CaseDates } from './cooling-off.ts'

/** The days on which a visit for the certificate can still take place, first and last included. */
export interface VisitWindow {
  readonly from: CalendarDate
  readonly until: CalendarDate
}

/** What is left of the window of a case; undefined when it is over. Civil Code art. 1077(2). */
export function windowAhead(deadlines: CaseDates, now: Date): VisitWindow | undefined {
  const { firstServiceDay, certWindowEnd: until } = deadlines
  const today = shanghaiToday(now)
  const from = firstServiceDay > today ? firstServiceDay : today
  return from > until ? undefined : { from, until }
}

interface VisitDayFacts {
  readonly calendar: Calendar
  readonly policy: BookingPolicy
  readonly slots: readonly SlotSeats[]
  /** Where a seat is kept for those who ask, so that there is always a place. */
  readonly keptSlotId?: number | undefined
  readonly now: Date
}

/** What the office offers its couple on each day of the window. */
export function visitDays({ from, until }: VisitWindow, facts: VisitDayFacts): DayOnOffer[] {
  const byDay = Map.groupBy(facts.slots, (slot) => slot.date)
  return daysFrom(from, until).map((date) => visitDay(date, { ...facts, slots: byDay.get(date) ?? [] }))
}

/**
 * What a day offers for visits for the certificate: it waits for no release, only days on which the office serves count, and any seat
 * may be taken, as one is kept for every case already.
 */
export function visitDay(date: CalendarDate, facts: VisitDayFacts, note?: string): DayOnOffer {
  const { calendar, policy, slots, keptSlotId, now } = facts
  if (offerStateOf(policy, date, now) === 'too-late') return { date, state: 'too-late', slots: [] }
  const open = slots.filter((slot) => slot.open)
  if (open.length === 0 || !isServed(calendar, date))
    return { date, state: 'closed', ...(note ? { note } : {}), slots: [] }
  const offered = open.map((slot) => ({
    id: slot.id,
    start: slot.startTime,
    end: slot.endTime,
    capacity: slot.capacity,
    remaining: slot.capacity - slot.taken + (slot.id === keptSlotId ? 1 : 0),
  }))
  return { date, state: offered.some(({ remaining }) => remaining > 0) ? 'open' : 'full', slots: offered }
}
