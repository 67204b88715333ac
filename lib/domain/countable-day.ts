import type { Calendar } from './calendar.ts'
import { addDays, type CalendarDate } from './calendar-date.ts'
import { divorceDeadlines } from './cooling-off.ts'
import { FIRST_ACCEPTANCE } from './divorce-case.ts'
import { type Refusal, type RefusalDetail, refuse } from './refusal.ts'

/** Far enough for anybody who plans; holidays further on are announced by nobody. */
const AHEAD_DAYS = 366

/**
 * Why the two periods cannot be counted from a day, for whoever asks before or after; undefined when they can. Not
 * before the rule, not where an end would lie in a past year whose holidays we do not know: a wrong date would be worse
 * than none. A coming year without a notice is counted and marked as provisional. Civil Code art. 203, 1077.
 */
export function refuseCounting(
  calendar: Calendar,
  acceptedOn: CalendarDate,
  today: CalendarDate,
): Refusal | undefined {
  if (acceptedOn < FIRST_ACCEPTANCE) return no({ reason: 'before-the-rule', article: '1077' })
  if (acceptedOn > addDays(today, AHEAD_DAYS)) return no({ reason: 'too-far-ahead', article: '203(1)' })
  const { coolingOffEnd, certWindowEnd } = divorceDeadlines(calendar, acceptedOn)
  const isUnknown = (day: CalendarDate) =>
    day.slice(0, 4) < today.slice(0, 4) && !calendar.officialYears.has(Number(day.slice(0, 4)))
  if (isUnknown(coolingOffEnd) || isUnknown(certWindowEnd))
    return no({ reason: 'no-calendar', article: '203(1)' })
  return undefined
}

function no(detail: Omit<RefusalDetail, 'path'>): Refusal {
  return refuse('invalid-input', [{ path: 'acceptedOn', ...detail }])
}
