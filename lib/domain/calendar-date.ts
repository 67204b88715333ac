import {
  addDays as addDaysTo,
  addYears as addYearsTo,
  differenceInCalendarDays,
  getISODay,
  isValid,
} from 'date-fns'

/** A day of the Gregorian calendar, `YYYY-MM-DD`, without zone or clock. Civil Code art. 200. */
export type CalendarDate = string & { readonly calendarDate: unique symbol }

const SHAPE = /^\d{4}-\d{2}-\d{2}$/

/** Whether the text is a day that exists (30 February does not). */
export function isCalendarDate(text: string): text is CalendarDate {
  if (!SHAPE.test(text)) return false
  const at = new Date(`${text}T12:00:00`)
  return isValid(at) && toText(at) === text
}

/** The same day as a value; throws for a text that is no day, which is a fault of ours and never a person's. */
export function calendarDate(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new Error(`not a calendar day: ${text}`)
  return text
}

/** The day `count` days later (earlier when negative). */
export function addDays(day: CalendarDate, count: number): CalendarDate {
  return toText(addDaysTo(noon(day), count))
}

/** The corresponding day `count` years later; 29 February becomes the 28th in a common year. Civil Code art. 202. */
export function addYears(day: CalendarDate, count: number): CalendarDate {
  return toText(addYearsTo(noon(day), count))
}

/** How many days `later` lies after `earlier`. */
export function daysBetween(earlier: CalendarDate, later: CalendarDate): number {
  return differenceInCalendarDays(noon(later), noon(earlier))
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(day: CalendarDate): number {
  return getISODay(noon(day))
}

/** Every day from `from` to `until`, both included. */
export function daysFrom(from: CalendarDate, until: CalendarDate): CalendarDate[] {
  const count = daysBetween(from, until) + 1
  return Array.from({ length: Math.max(count, 0) }, (_, index) => addDays(from, index))
}

// Noon of the host's zone: no change of summer time lies there, so the day can never slip.
function noon(day: CalendarDate): Date {
  return new Date(`${day}T12:00:00`)
}

function toText(at: Date): CalendarDate {
  const month = String(at.getMonth() + 1).padStart(2, '0')
  const day = String(at.getDate()).padStart(2, '0')
  return `${String(at.getFullYear()).padStart(4, '0')}-${month}-${day}` as CalendarDate
}
