/** A day of the Gregorian calendar, `YYYY-MM-DD`, without zone or clock. Civil Code art. 200. */
export type CalendarDate = string & { readonly calendarDate: unique symbol }

const SHAPE = /^[1-9]\d{3}-\d{2}-\d{2}$/
const DAY_MS = 86_400_000

/** Whether the text is a day that exists (30 February does not), from the year 1000 on. */
export function isCalendarDate(text: string): text is CalendarDate {
  return SHAPE.test(text) && dayAt(midnight(text)) === text
}

/** The same day as a value; throws for a text that is no day, which is a fault of ours and never a person's. */
export function calendarDate(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new Error(`not a calendar day: ${text}`)
  return text
}

/** The day `count` days later (earlier when negative). */
export function addDays(day: CalendarDate, count: number): CalendarDate {
  return dayAt(midnight(day) + count * DAY_MS)
}

/** The corresponding day `count` years later; 29 February becomes the 28th in a common year. Civil Code art. 202. */
export function addYears(day: CalendarDate, count: number): CalendarDate {
  const at = new Date(midnight(day))
  const month = at.getUTCMonth()
  at.setUTCFullYear(at.getUTCFullYear() + count)
  // 29 February has run over into March: back to the last day of February.
  if (at.getUTCMonth() !== month) at.setUTCDate(0)
  return dayAt(at.getTime())
}

/** How many days `later` lies after `earlier`. */
export function daysBetween(earlier: CalendarDate, later: CalendarDate): number {
  return (midnight(later) - midnight(earlier)) / DAY_MS
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(day: CalendarDate): number {
  return new Date(midnight(day)).getUTCDay() || 7
}

/** The day on which a clock in UTC stands so many milliseconds after 1970 began. */
export function dayAt(milliseconds: number): CalendarDate {
  const at = new Date(milliseconds)
  return `${at.getUTCFullYear()}-${twoDigits(at.getUTCMonth() + 1)}-${twoDigits(at.getUTCDate())}` as CalendarDate
}

/** Every day from `from` to `until`, both included. */
export function daysFrom(from: CalendarDate, until: CalendarDate): CalendarDate[] {
  const count = daysBetween(from, until) + 1
  return Array.from({ length: Math.max(count, 0) }, (_, index) => addDays(from, index))
}

// In UTC every day has 24 hours and none is left out, whatever zone the machine lives in. A day alone is read as UTC.
function midnight(day: string): number {
  return Date.parse(day)
}

function twoDigits(count: number): string {
  return count < 10 ? `0${count}` : String(count)
}
