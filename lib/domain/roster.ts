import { addDays, type CalendarDate, daysFrom, isCalendarDate, weekdayOf } from './calendar-date.ts'
import { type ClockTime, isClockTime } from './clock.ts'
import { accept, type RefusalDetail, type Result, refuse } from './refusal.ts'

/** The time of one person on one day. */
export interface ShiftTime {
  readonly staffId: string
  readonly date: CalendarDate
  readonly startTime: ClockTime
  readonly endTime: ClockTime
  /** Where they work; without one, wherever somebody is missing. */
  readonly laneId: string | undefined
  readonly window: string | undefined
}

/** Days, the last one included, on which somebody is not there. */
export interface Absence {
  readonly staffId: string
  readonly from: CalendarDate
  readonly until: CalendarDate
}

/** Times for one person on some days, as typed. */
export interface ShiftInput {
  readonly staffId: string
  readonly days: readonly string[]
  readonly startTime: string
  readonly endTime: string
  readonly laneId: string
  readonly window: string
}

/** So far ahead a roster reaches. */
const FARTHEST_DAYS = 180

/** Reads times for one person; every field that is wrong is told. The days come sorted, each once. */
export function readShifts(input: ShiftInput, today: CalendarDate): Result<ShiftTime[]> {
  const { staffId, startTime, endTime } = input
  const errors: RefusalDetail[] = []
  if (!staffId) errors.push({ path: 'staffId', reason: 'required' })
  const days = [...new Set(input.days.filter(isCalendarDate))].sort()
  const [first] = days
  if (!first || days.length < input.days.length) errors.push({ path: 'days', reason: 'required' })
  else if (first < today) errors.push({ path: 'days', reason: 'day-is-over' })
  else if (days.some((day) => day > addDays(today, FARTHEST_DAYS)))
    errors.push({ path: 'days', reason: 'too-far-off' })
  if (!isClockTime(startTime)) errors.push({ path: 'startTime', reason: wrongTime(startTime) })
  if (!isClockTime(endTime)) errors.push({ path: 'endTime', reason: wrongTime(endTime) })
  else if (isClockTime(startTime) && endTime <= startTime)
    errors.push({ path: 'endTime', reason: 'ends-before-it-begins' })
  if (errors.length > 0) return refuse('invalid-input', errors)
  const where = { laneId: input.laneId || undefined, window: input.window || undefined }
  return accept(days.map((date) => ({ staffId, date, startTime, endTime, ...where })))
}

function wrongTime(typed: string): string {
  return typed ? 'clock-time' : 'required'
}

/** Days of absence as typed; one day where only its first is told. Those that are over can be put down afterwards. */
export function readAbsence(
  input: { readonly staffId: string; readonly from: string; readonly until: string },
  today: CalendarDate,
): Result<Absence> {
  const { staffId, from } = input
  const until = input.until || from
  const errors: RefusalDetail[] = []
  if (!staffId) errors.push({ path: 'absentId', reason: 'required' })
  if (!isCalendarDate(from)) errors.push({ path: 'from', reason: from ? 'date' : 'required' })
  if (!isCalendarDate(until)) errors.push({ path: 'until', reason: 'date' })
  else if (isCalendarDate(from) && until < from)
    errors.push({ path: 'until', reason: 'ends-before-it-begins' })
  else if (until > addDays(today, 2 * FARTHEST_DAYS)) errors.push({ path: 'until', reason: 'too-far-off' })
  return errors.length > 0 || !isCalendarDate(from) || !isCalendarDate(until)
    ? refuse('invalid-input', errors)
    : accept({ staffId, from, until })
}

/** The Monday of the week of a day. */
export function mondayOf(day: CalendarDate): CalendarDate {
  return addDays(day, 1 - weekdayOf(day))
}

/** Monday to Sunday of the week of a day. */
export function weekOf(day: CalendarDate): CalendarDate[] {
  const monday = mondayOf(day)
  return daysFrom(monday, addDays(monday, 6))
}

/** Whether somebody is away on a day. */
export function isAbsent(absences: readonly Absence[], staffId: string, day: CalendarDate): boolean {
  return absences.some((one) => one.staffId === staffId && one.from <= day && day <= one.until)
}

/** Whether two times of one person lie in each other. */
export function isAcross(one: ShiftTime, other: ShiftTime): boolean {
  return (
    one.staffId === other.staffId &&
    one.date === other.date &&
    one.startTime < other.endTime &&
    other.startTime < one.endTime
  )
}

/**
 * The times of a week taken over so many days later: without those of people who are away then, and without those that
 * would lie in what already stands there.
 */
export function copyShifts(
  shifts: readonly ShiftTime[],
  wish: {
    readonly daysLater: number
    readonly standing: readonly ShiftTime[]
    readonly absences: readonly Absence[]
    readonly today: CalendarDate
  },
): ShiftTime[] {
  return shifts
    .map((shift) => ({ ...shift, date: addDays(shift.date, wish.daysLater) }))
    .filter(
      (shift) =>
        shift.date >= wish.today &&
        !isAbsent(wish.absences, shift.staffId, shift.date) &&
        !wish.standing.some((other) => isAcross(shift, other)),
    )
}
