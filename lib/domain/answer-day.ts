import { type Calendar, workdaysBefore } from './calendar.ts'
import { addDays, type CalendarDate } from './calendar-date.ts'
import { instantAt, shanghaiToday } from './clock.ts'

/** Until this time of its day an answer counts. */
export const ANSWERS_END = '18:00'
const USUAL_DAYS = 3

/**
 * The last day on which couples who lose their times may be asked to have answered: the day before the last of those
 * times; where that evening is over, the very day, on which each answers before their own time (`answerDeadline`).
 */
export function lastAnswerDay(lastTaken: CalendarDate, now: Date): CalendarDate {
  const before = addDays(lastTaken, -1)
  return isAhead(before, now) ? before : lastTaken
}

/**
 * The day that is proposed for the answers: in three days, but no later than the working day before the first time that
 * is taken away; the evening before it where that working day is over, and at the very last that day itself.
 */
export function usualAnswerDay(
  calendar: Calendar,
  { firstTaken, now }: { readonly firstTaken: CalendarDate; readonly now: Date },
): CalendarDate {
  const usual = addDays(shanghaiToday(now), USUAL_DAYS)
  const workday = workdaysBefore(calendar, firstTaken, 1)
  const last = isAhead(workday, now) ? workday : lastAnswerDay(firstTaken, now)
  return usual < last ? usual : last
}

function isAhead(day: CalendarDate, now: Date): boolean {
  return instantAt(day, ANSWERS_END) > now
}
