import { type Calendar, workdaysBefore } from './calendar.ts'
import type { CalendarDate } from './calendar-date.ts'
import { addDays } from './calendar-date.ts'
import { instantAt } from './clock.ts'

const TWO_HOURS_MS = 2 * 3_600_000

/**
 * When a partner who has not answered is reminded: halfway to the deadline, and never within its last two hours, when
 * a reminder would only hurry. Undefined where that leaves no time.
 */
export function partnerReminderAt(from: Date, heldUntil: Date): Date | undefined {
  const halfway = (from.getTime() + heldUntil.getTime()) / 2
  const at = new Date(Math.min(halfway, heldUntil.getTime() - TWO_HOURS_MS))
  return at > from ? at : undefined
}

/** Ten in the morning of the day before. */
export function dayBeforeAt(date: CalendarDate): Date {
  return instantAt(addDays(date, -1), '10:00')
}

/**
 * From when on both are asked whether they still come: nine in the morning, so many working days before; undefined
 * where nobody is asked.
 */
export function stillComingAt(
  calendar: Calendar,
  date: CalendarDate,
  stillComingDays: number,
): Date | undefined {
  return stillComingDays < 1 ? undefined : instantAt(workdaysBefore(calendar, date, stillComingDays), '09:00')
}
