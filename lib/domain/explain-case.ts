import type { Calendar } from './calendar.ts'
import type { CalendarDate } from './calendar-date.ts'
import {
  type CaseDates,
  type DeadlineReading,
  type DivorceDeadlines,
  divorceDeadlines,
} from './cooling-off.ts'

type Step = DivorceDeadlines['explanation'][number]

/** A step of the computation as it counts for a case. */
export interface CaseStepDate extends Step {
  /** What would have been computed, where the paper says otherwise and wins. */
  readonly computed?: CalendarDate
}

const KEYS = {
  'cooling-off-end': 'coolingOffEnd',
  'cert-window-start': 'certWindowStart',
  'first-service-day': 'firstServiceDay',
  'cert-window-end': 'certWindowEnd',
} as const satisfies Record<string, keyof CaseDates>

/**
 * How the dates of a case come about, by rule and article; where they stand otherwise on its receipt, the printed day with
 * the computed one beside it. Civil Code art. 201, 203, 1077.
 */
export function explainCase(
  calendar: Calendar,
  found: { readonly acceptedOn: CalendarDate; readonly deadlines: CaseDates },
  reading: DeadlineReading,
): readonly CaseStepDate[] {
  return divorceDeadlines(calendar, found.acceptedOn, reading).explanation.map((step) => {
    const { movedBecause: _, ...plain } = step
    const date = step.rule === 'accepted' ? step.date : found.deadlines[KEYS[step.rule]]
    return date === step.date ? step : { ...plain, date, computed: step.date }
  })
}
