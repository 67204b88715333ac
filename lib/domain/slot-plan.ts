import { type Calendar, isRestDay } from './calendar.ts'
import { type CalendarDate, weekdayOf } from './calendar-date.ts'
import { type ClockTime, clockTimeOf, minutesOf } from './clock.ts'

/** A time of the day in which windows that are open otherwise serve nobody. */
export interface Break {
  readonly from: ClockTime
  readonly until: ClockTime
}

/** With how many windows a lane serves between two times, and for whom their places are. */
interface Hours {
  readonly opens: ClockTime
  readonly closes: ClockTime
  readonly windows: number
  /** The share of the places that the public books online. What is left of both shares is for the telephone. */
  readonly publicPercent: number
  /** The share that is not booked at all but kept for whoever comes without a time; none when it is not told. */
  readonly walkInPercent?: number
  readonly breaks?: readonly Break[]
}

/** When a lane is open, week by week. */
export interface OpeningRule extends Hours {
  /** ISO: 1 Monday … 7 Sunday. */
  readonly weekdays: readonly number[]
  /** Only every n-th week, counted from the week of `validFrom`; each week when it is not told. */
  readonly everyWeeks?: number
  /** Only the first … fifth such weekday of a month, -1 the last one; each when it is empty or not told. */
  readonly nthOfMonth?: readonly number[]
  /** Serves also on rest days that fall on one of its weekdays (a Saturday service). Holidays stay closed. */
  readonly worksOnRestDay: boolean
  readonly validFrom: CalendarDate
  readonly validTo?: CalendarDate
}

export interface PlannedClosure {
  readonly from: CalendarDate
  /** Last closed day. */
  readonly until: CalendarDate
  /** `stopped`: nothing new is booked, what is booked stays. Closed for all when it is not told. */
  readonly kind?: 'closed' | 'stopped'
}

/**
 * Hours of a lane on one day of its own: a rest day on which the office serves (a Saturday, 5·20), longer hours, or, where
 * it `replaces`, other hours than those of the week. A day may have several, each with its own windows.
 */
export interface ServiceDay extends Hours {
  readonly date: CalendarDate
  readonly replaces?: boolean
  /** Its places are on offer from this instant on, not before. */
  readonly releaseAt?: Date
}

export interface PlannedSlot {
  readonly date: CalendarDate
  readonly startTime: ClockTime
  readonly endTime: ClockTime
  readonly capacity: number
  readonly publicCapacity: number
}

/**
 * The slots of one lane on one day. Closures always win; a make-up workday is worked like the Monday to Friday it
 * replaces; a service day adds its hours to whatever the day is otherwise, and changes nothing of what the law calls it.
 */
export function planSlots(
  lane: {
    readonly slotMinutes: number
    readonly rules: readonly OpeningRule[]
    readonly closures: readonly PlannedClosure[]
    readonly serviceDays?: readonly ServiceDay[]
  },
  calendar: Calendar,
  date: CalendarDate,
): PlannedSlot[] {
  if (lane.closures.some((closure) => closure.from <= date && date <= closure.until)) return []
  const usual = lane.rules
    .filter((rule) => isWorked(rule, calendar, date))
    .flatMap((rule) => slotsOf(rule, lane.slotMinutes, date))
  const added = (lane.serviceDays ?? [])
    .filter((day) => day.date === date)
    .flatMap((day) => slotsOf(day, lane.slotMinutes, date))
    .filter((slot) => !usual.some((other) => isAcross(slot, other)))
  return withoutTwins([...usual, ...added]).sort((one, other) => one.startTime.localeCompare(other.startTime))
}

// The same windows would serve two couples at once.
function isAcross(slot: PlannedSlot, other: PlannedSlot): boolean {
  return (
    slot.startTime !== other.startTime && slot.startTime < other.endTime && other.startTime < slot.endTime
  )
}

// On a Saturday that is worked in exchange, the hours of the week and those of the Saturday service may both apply; the
// same time is then one slot, the larger one.
function withoutTwins(slots: readonly PlannedSlot[]): PlannedSlot[] {
  const byStart = new Map<string, PlannedSlot>()
  for (const slot of slots) {
    const twin = byStart.get(slot.startTime)
    if (!twin || twin.capacity < slot.capacity) byStart.set(slot.startTime, slot)
  }
  return [...byStart.values()]
}

function isWorked(rule: OpeningRule, calendar: Calendar, date: CalendarDate): boolean {
  if (date < rule.validFrom || (rule.validTo !== undefined && date > rule.validTo)) return false
  const isMakeupWorkday = calendar.makeupWorkdays.has(date)
  const onItsWeekday = rule.weekdays.includes(weekdayOf(date))
  if (isMakeupWorkday) return onItsWeekday || rule.weekdays.includes(1)
  if (!onItsWeekday) return false
  return !isRestDay(calendar, date) || (rule.worksOnRestDay && !calendar.holidays.has(date))
}

function slotsOf(rule: Hours, slotMinutes: number, date: CalendarDate): PlannedSlot[] {
  const publicCapacity = Math.floor((rule.windows * rule.publicPercent) / 100)
  const slots: PlannedSlot[] = []
  for (
    let start = minutesOf(rule.opens);
    start + slotMinutes <= minutesOf(rule.closes);
    start += slotMinutes
  ) {
    slots.push({
      date,
      startTime: clockTimeOf(start),
      endTime: clockTimeOf(start + slotMinutes),
      capacity: rule.windows,
      publicCapacity,
    })
  }
  return slots
}
