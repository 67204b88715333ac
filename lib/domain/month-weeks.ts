import { addDays, type CalendarDate, calendarDate, daysFrom, weekdayOf } from './calendar-date.ts'

/** The first day of the month in which a day lies. */
export function firstOfMonth(day: CalendarDate): CalendarDate {
  return calendarDate(`${day.slice(0, 7)}-01`)
}

/** The weeks of the month that begins on `first`, Monday first; undefined where a week belongs to another month. */
export function weeksOfMonth(first: CalendarDate): (CalendarDate | undefined)[][] {
  const days = daysFrom(first, addDays(firstOfMonth(addDays(first, 31)), -1))
  const cells: (CalendarDate | undefined)[] = [...Array(weekdayOf(first) - 1).fill(undefined), ...days]
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => cells[week * 7 + day]),
  )
}
