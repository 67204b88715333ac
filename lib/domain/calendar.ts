import { addDays, type CalendarDate, weekdayOf } from './calendar-date.ts'

/** The days that differ from their weekday, and the years that a State Council notice covers. */
export interface Calendar {
  readonly holidays: ReadonlySet<CalendarDate>
  readonly makeupWorkdays: ReadonlySet<CalendarDate>
  readonly officialYears: ReadonlySet<number>
  /** Rest days on which the office at hand serves all the same; for every period of the law they stay rest days. */
  readonly serviceDays?: ReadonlySet<CalendarDate>
}

/** Which days count as 法定休假日: some read the term as announced holidays alone. */
export interface RestDayReading {
  readonly weekendIsRestDay: boolean
}

/** A weekly rest day or public holiday; a weekend day that is worked in exchange is none. Holiday notice of the State Council. */
export function isRestDay(
  calendar: Calendar,
  day: CalendarDate,
  { weekendIsRestDay }: RestDayReading = { weekendIsRestDay: true },
): boolean {
  if (calendar.holidays.has(day)) return true
  return weekendIsRestDay && weekdayOf(day) >= 6 && !calendar.makeupWorkdays.has(day)
}

/** Whether the office at hand works: on every day that is no rest day, and on the rest days on which it offers its service. */
export function isServed(calendar: Calendar, day: CalendarDate): boolean {
  return !isRestDay(calendar, day) || calendar.serviceDays?.has(day) === true
}

/** The day itself, or the first working day after it. Civil Code art. 203(1). */
export function firstWorkdayFrom(
  calendar: Calendar,
  day: CalendarDate,
  reading?: RestDayReading,
): CalendarDate {
  let candidate = day
  while (isRestDay(calendar, candidate, reading)) candidate = addDays(candidate, 1)
  return candidate
}

/** The day that lies so many working days before `day`; rest days are stepped over, `day` itself is not counted. */
export function workdaysBefore(calendar: Calendar, day: CalendarDate, count: number): CalendarDate {
  let candidate = day
  for (let left = count; left > 0; ) {
    candidate = addDays(candidate, -1)
    if (!isRestDay(calendar, candidate)) left -= 1
  }
  return candidate
}

/** Whether rest days of this year are only known from statute, because no notice for it has been imported. */
export function isProvisional(calendar: Calendar, day: CalendarDate): boolean {
  return !calendar.officialYears.has(Number(day.slice(0, 4)))
}
