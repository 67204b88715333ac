import { type BookingPolicy, offerStateOf } from './booking-policy.ts'
import type { CalendarDate } from './calendar-date.ts'
import type { ClockTime } from './clock.ts'

/** A slot as the counters tell it. */
export interface SlotSeats {
  readonly id: number
  readonly date: CalendarDate
  readonly startTime: ClockTime
  readonly endTime: ClockTime
  readonly publicCapacity: number
  readonly publicTaken: number
  readonly capacity: number
  readonly taken: number
  readonly open: boolean
  /** What quotas beside the windows leave for the service that is asked for; as much as there is when not told. */
  readonly quotaLeft?: number
}

export interface SlotOnOffer {
  readonly id: number
  readonly start: ClockTime
  readonly end: ClockTime
  readonly capacity: number
  readonly remaining: number
}

type DayState = 'open' | 'full' | 'closed' | 'not-released' | 'too-late'

export interface DayOnOffer {
  readonly date: CalendarDate
  readonly state: DayState
  /** Why it is closed, where that is known. */
  readonly note?: string
  readonly slots: readonly SlotOnOffer[]
}

/** Seats the public can still take: within its own share, within the whole, and within the quotas. */
export function publicRemaining(
  slot: Pick<SlotSeats, 'publicCapacity' | 'publicTaken' | 'capacity' | 'taken' | 'quotaLeft'>,
): number {
  const { publicCapacity, publicTaken, capacity, taken, quotaLeft = Number.POSITIVE_INFINITY } = slot
  return Math.max(0, Math.min(publicCapacity - publicTaken, capacity - taken, quotaLeft))
}

/** What one day offers. A day without slots is closed, whatever the clock says; slots of a day not on offer are not shown. */
export function dayOnOffer(
  policy: BookingPolicy,
  date: CalendarDate,
  slots: readonly SlotSeats[],
  now: Date,
  note?: string,
): DayOnOffer {
  const open = slots.filter((slot) => slot.open)
  const offer = offerStateOf(policy, date, now)
  if (offer === 'too-late') return { date, state: 'too-late', slots: [] }
  if (offer === 'not-released') return { date, state: 'not-released', slots: [] }
  if (open.length === 0) return { date, state: 'closed', ...(note ? { note } : {}), slots: [] }
  const offered = open.map((slot) => ({
    id: slot.id,
    start: slot.startTime,
    end: slot.endTime,
    capacity: slot.publicCapacity,
    remaining: publicRemaining(slot),
  }))
  return { date, state: offered.some((slot) => slot.remaining > 0) ? 'open' : 'full', slots: offered }
}
