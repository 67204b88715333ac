/** A day of the Gregorian calendar, `YYYY-MM-DD`, without zone or clock. Civil Code art. 200. */
export type CalendarDate = string & { readonly calendarDate: unique symbol }

const SHAPE = /^[1-9]\d{3}-\d{2}-\d{2}$/
const DAY_MS = 86_400_000
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Whether the text is a day that exists (30 February does not), from the year 1000 on. */
export function isCalendarDate(text: string): text is CalendarDate {
  if (!SHAPE.test(text)) return false
  const [year, month, day] = partsOf(text)
  return day >= 1 && day <= daysInMonth(year, month)
}

/** The same day as a value; throws for a text that is no day, which is a fault of ours and never a person's. */
export function calendarDate(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new Error(`not a calendar day: ${text}`)
  return text
}

/** The day `count` days later (earlier when negative). */
export function addDays(day: CalendarDate, count: number): CalendarDate {
  return dayOfNumber(numberOf(day) + count)
}

/** The corresponding day `count` years later; 29 February becomes the 28th in a common year. Civil Code art. 202. */
export function addYears(day: CalendarDate, count: number): CalendarDate {
  const [year, month, date] = partsOf(day)
  return textOf(year + count, month, Math.min(date, daysInMonth(year + count, month)))
}

/** How many days `later` lies after `earlier`. */
export function daysBetween(earlier: CalendarDate, later: CalendarDate): number {
  return numberOf(later) - numberOf(earlier)
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(day: CalendarDate): number {
  // Day 0, 1 January 1970, was a Thursday.
  return ((((numberOf(day) + 3) % 7) + 7) % 7) + 1
}

/** The day on which a clock in UTC stands so many milliseconds after 1970 began. */
export function dayAt(milliseconds: number): CalendarDate {
  return dayOfNumber(Math.floor(milliseconds / DAY_MS))
}

/** Every day from `from` to `until`, both included. */
export function daysFrom(from: CalendarDate, until: CalendarDate): CalendarDate[] {
  const count = daysBetween(from, until) + 1
  return Array.from({ length: Math.max(count, 0) }, (_, index) => addDays(from, index))
}

// Days are counted in whole numbers, without Date: no zone, no clock, nothing that the machine could add. Years run from
// March to February within eras of 400 years, so that the leap day is the last of its year.
// https://howardhinnant.github.io/date_algorithms.html

/** How many days after 1 January 1970. */
function numberOf(day: string): number {
  const [year, month, date] = partsOf(day)
  const marchYear = month <= 2 ? year - 1 : year
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

function dayOfNumber(number: number): CalendarDate {
  const shifted = number + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return textOf(year, month, dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1)
}

function partsOf(day: string): [year: number, month: number, date: number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))]
}

function textOf(year: number, month: number, date: number): CalendarDate {
  return `${year}-${twoDigits(month)}-${twoDigits(date)}` as CalendarDate
}

/** 0 for a month that does not exist. */
function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0)
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

function twoDigits(count: number): string {
  return count < 10 ? `0${count}` : String(count)
}
