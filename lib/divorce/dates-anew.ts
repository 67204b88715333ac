import type { Calendar } from '#lib/domain/calendar.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { CaseDates, DivorceDeadlines } from '#lib/domain/cooling-off.ts'
import { caseDates } from '#lib/domain/divorce-case.ts'
import type { CaseRecord } from './store.ts'

/**
 * The dates of an open case by another calendar, and whether one of them moved: a period that has ended stays ended, what
 * is printed on the receipt stays as it is. Undefined when the calendar leaves no such dates.
 */
export function datesAnew(
  { acceptedOn, deadlines, printed, reading }: CaseRecord,
  calendar: Calendar,
  today: CalendarDate,
): { readonly dates: DivorceDeadlines; readonly hasMoved: boolean } | undefined {
  const { coolingOffEnd } = deadlines
  const fixed = coolingOffEnd < today ? { ...printed, coolingOffEnd } : printed
  const dates = caseDates(calendar, acceptedOn, reading, fixed)
  if (!dates.ok) return undefined
  return { dates: dates.value, hasMoved: DATES.some((date) => dates.value[date] !== deadlines[date]) }
}

const DATES: readonly (keyof CaseDates)[] = [
  'coolingOffEnd',
  'certWindowStart',
  'firstServiceDay',
  'certWindowEnd',
]
