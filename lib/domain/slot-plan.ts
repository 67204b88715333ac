import { type Calendar, isRestDay } from './calendar.ts'
import { type CalendarDate, weekdayOf } from './calendar-date.ts'
import { type ClockTime, clockTimeOf, minutesOf } from './clock.ts'

/** When a lane is open, with how many windows, and which share of their seats the public may book. */
export interface OpeningRule {
  readonly weekdays: readonly number[]
  readonly opens: ClockTime
  readonly closes: ClockTime
  readonly windows: number
  readonly publicPercent: number
  /** Serves also on rest days that fall on one of its weekdays (a Saturday service). Holidays stay closed. */
  readonly worksOnRestDay: boolean
  readonly validFrom: CalendarDate
  readonly validTo?: CalendarDate
}

export interface PlannedClosure {
  readonly from: CalendarDate
  /** Last closed day. */
  readonly until: CalendarDate
}

/** Hours of a lane on one day of its own: a rest day on which the office serves (a Saturday, 5·20), or longer hours. */
export interface ServiceDay {
  readonly date: CalendarDate
  readonly opens: ClockTime
  readonly closes: ClockTime
  readonly windows: number
  readonly publicPercent: number
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

type Hours = Pick<OpeningRule, 'opens' | 'closes' | 'windows' | 'publicPercent'>

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
