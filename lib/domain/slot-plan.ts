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

export interface PlannedSlot {
  readonly date: CalendarDate
  readonly startTime: ClockTime
  readonly endTime: ClockTime
  readonly capacity: number
  readonly publicCapacity: number
}

/** The slots of one lane on one day. Closures always win; a make-up workday is worked like the Monday to Friday it replaces. */
export function planSlots(
  lane: {
    readonly slotMinutes: number
    readonly rules: readonly OpeningRule[]
    readonly closures: readonly PlannedClosure[]
  },
  calendar: Calendar,
  date: CalendarDate,
): PlannedSlot[] {
  if (lane.closures.some((closure) => closure.from <= date && date <= closure.until)) return []
  const slots = lane.rules
    .filter((rule) => isWorked(rule, calendar, date))
    .flatMap((rule) => slotsOf(rule, lane.slotMinutes, date))
  return withoutTwins(slots).sort((one, other) => one.startTime.localeCompare(other.startTime))
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

function slotsOf(rule: OpeningRule, slotMinutes: number, date: CalendarDate): PlannedSlot[] {
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
