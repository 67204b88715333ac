import { type Calendar, isRestDay } from './calendar.ts'
import { addDays, type CalendarDate } from './calendar-date.ts'
import { type CaseDates, divorceStageOn } from './cooling-off.ts'
import { firstOfMonth, weeksOfMonth } from './month-weeks.ts'

/** What one day is in the life of a case. */
export interface MarkedDay {
  readonly date: CalendarDate
  readonly period: 'none' | 'cooling-off' | 'cert-window'
  readonly isRest: boolean
  /** Inside the window under every reading of the law. */
  readonly isSafe: boolean
  readonly mark?: 'accepted' | 'cooling-off-end' | 'first-service-day' | 'cert-window-end'
}

/** A month as weeks from Monday; undefined where a week belongs to another month. */
export interface MarkedMonth {
  readonly first: CalendarDate
  readonly weeks: readonly (readonly (MarkedDay | undefined)[])[]
}

/** The months from the receipt to the end of the window, day by day. */
export function monthsOfCase(
  calendar: Calendar,
  found: CaseDates & { readonly acceptedOn: CalendarDate },
  safe: { readonly from: CalendarDate; readonly until: CalendarDate },
): MarkedMonth[] {
  const mark = (date: CalendarDate): MarkedDay => {
    const named = markOf(found, date)
    return {
      date,
      period: periodOf(found, date),
      isRest: isRestDay(calendar, date),
      isSafe: safe.from <= date && date <= safe.until && !isRestDay(calendar, date),
      ...(named ? { mark: named } : {}),
    }
  }
  const months: MarkedMonth[] = []
  for (
    let first = firstOfMonth(found.acceptedOn);
    first <= found.certWindowEnd;
    first = firstOfMonth(addDays(first, 31))
  )
    months.push({ first, weeks: weeksOfMonth(first).map((week) => week.map((date) => date && mark(date))) })
  return months
}

function periodOf(found: CaseDates & { readonly acceptedOn: CalendarDate }, date: CalendarDate) {
  if (date <= found.acceptedOn) return 'none'
  const stage = divorceStageOn(found, date)
  return stage === 'deemed-withdrawn' ? 'none' : stage
}

function markOf(
  found: CaseDates & { readonly acceptedOn: CalendarDate },
  date: CalendarDate,
): MarkedDay['mark'] | undefined {
  if (date === found.acceptedOn) return 'accepted'
  if (date === found.coolingOffEnd) return 'cooling-off-end'
  if (date === found.certWindowEnd) return 'cert-window-end'
  return date === found.firstServiceDay ? 'first-service-day' : undefined
}
