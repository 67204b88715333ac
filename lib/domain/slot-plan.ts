import { type Calendar, isRestDay } from './calendar.ts'
import { addDays, type CalendarDate, daysBetween, weekdayOf } from './calendar-date.ts'
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

/** When a mobile office stands somewhere. */
export interface StopHours {
  readonly date: CalendarDate
  readonly opens: ClockTime
  readonly closes: ClockTime
}

export interface PlannedSlot {
  readonly date: CalendarDate
  readonly startTime: ClockTime
  readonly endTime: ClockTime
  readonly capacity: number
  readonly publicCapacity: number
}

/** All that decides about the slots of a lane. */
export interface PlannedLane {
  readonly slotMinutes: number
  readonly rules: readonly OpeningRule[]
  readonly closures: readonly PlannedClosure[]
  readonly serviceDays?: readonly ServiceDay[]
  /** Of a mobile office: its stops; nothing for one that stays where it is. */
  readonly stops?: readonly StopHours[] | null
}

/**
 * The slots of one lane on one day, as they are at an instant. Closures always win; a day on which nothing new is taken
 * keeps its times with no place in them. A make-up workday is worked like the Monday to Friday it replaces; a service
 * day adds its hours to whatever the day is otherwise, or takes its place, and changes nothing of what the law calls it.
 * Without an instant, places that wait for their release are left out. A mobile office serves only while it stands
 * somewhere; its times begin when it gets there.
 */
export function planSlots(
  lane: PlannedLane,
  calendar: Calendar,
  date: CalendarDate,
  now?: Date,
): PlannedSlot[] {
  const closures = lane.closures.filter(({ from, until }) => from <= date && date <= until)
  if (closures.some(({ kind }) => kind !== 'stopped')) return []
  const days = (lane.serviceDays ?? []).filter((day) => day.date === date)
  const usual = days.some(({ replaces }) => replaces)
    ? []
    : lane.rules
        .filter((rule) => isWorked(rule, calendar, date))
        .flatMap((rule) => hoursAtStops(rule, lane.stops, date))
        .flatMap((hours) => slotsOf(hours, lane.slotMinutes, date))
  const added = days
    .filter(({ releaseAt }) => releaseAt === undefined || (now !== undefined && releaseAt <= now))
    .flatMap((day) => hoursAtStops(day, lane.stops, date))
    .flatMap((hours) => slotsOf(hours, lane.slotMinutes, date))
    .filter((slot) => !usual.some((other) => isAcross(slot, other)))
  const slots = withoutTwins([...usual, ...added]).sort((one, other) =>
    one.startTime.localeCompare(other.startTime),
  )
  return closures.length > 0 ? slots.map((slot) => ({ ...slot, capacity: 0, publicCapacity: 0 })) : slots
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
  const onItsDay = rule.weekdays.includes(weekdayOf(date)) && comesRound(rule, date)
  // What comes round more seldom than every week replaces no Monday.
  if (calendar.makeupWorkdays.has(date)) return onItsDay || (rule.weekdays.includes(1) && isWeekly(rule))
  if (!onItsDay) return false
  return !isRestDay(calendar, date) || (rule.worksOnRestDay && !calendar.holidays.has(date))
}

function isWeekly({ everyWeeks = 1, nthOfMonth = [] }: OpeningRule): boolean {
  return everyWeeks === 1 && nthOfMonth.length === 0
}

function comesRound(
  { everyWeeks = 1, nthOfMonth = [], validFrom }: OpeningRule,
  date: CalendarDate,
): boolean {
  const weeks = daysBetween(mondayOf(validFrom), mondayOf(date)) / 7
  if (weeks % everyWeeks !== 0) return false
  if (nthOfMonth.length === 0) return true
  const isLast = addDays(date, 7).slice(0, 7) !== date.slice(0, 7)
  return nthOfMonth.includes(Math.ceil(Number(date.slice(8)) / 7)) || (isLast && nthOfMonth.includes(-1))
}

function mondayOf(date: CalendarDate): CalendarDate {
  return addDays(date, 1 - weekdayOf(date))
}

function hoursAtStops(hours: Hours, stops: PlannedLane['stops'], date: CalendarDate): Hours[] {
  if (!stops) return [hours]
  return stops
    .filter((stop) => stop.date === date)
    .map(({ opens, closes }) => ({
      ...hours,
      opens: opens > hours.opens ? opens : hours.opens,
      closes: closes < hours.closes ? closes : hours.closes,
    }))
}

// Times begin anew after a break. Both shares are kept over the day, not in each time: one window of which a fifth is
// kept for walk-ins serves every fifth time without booking, and of the others the public has as many as its share says.
function slotsOf(hours: Hours, slotMinutes: number, date: CalendarDate): PlannedSlot[] {
  const { windows, publicPercent, walkInPercent = 0 } = hours
  const starts = spansOf(hours).flatMap(([from, until]) => startsIn(from, until, slotMinutes))
  const bookedBefore = (index: number) =>
    index * windows - Math.floor((index * windows * walkInPercent) / 100)
  const publicBefore = (index: number) =>
    walkInPercent < 100 ? Math.floor((bookedBefore(index) * publicPercent) / (100 - walkInPercent)) : 0
  return starts.map((start, index) => ({
    date,
    startTime: clockTimeOf(start),
    endTime: clockTimeOf(start + slotMinutes),
    capacity: bookedBefore(index + 1) - bookedBefore(index),
    publicCapacity: publicBefore(index + 1) - publicBefore(index),
  }))
}

function startsIn(from: number, until: number, slotMinutes: number): number[] {
  const fitting = Math.max(0, Math.floor((until - from) / slotMinutes))
  return Array.from({ length: fitting }, (_, index) => from + index * slotMinutes)
}

// The hours without their breaks, in minutes.
function spansOf({ opens, closes, breaks = [] }: Hours): (readonly [number, number])[] {
  const cuts = breaks
    .map(({ from, until }) => [minutesOf(from), minutesOf(until)] as const)
    .sort(([one], [other]) => one - other)
  const spans: (readonly [number, number])[] = []
  let from = minutesOf(opens)
  for (const [start, end] of cuts) {
    spans.push([from, Math.min(start, minutesOf(closes))])
    from = Math.max(from, end)
  }
  return [...spans, [from, minutesOf(closes)]]
}
