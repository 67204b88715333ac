import type { Calendar } from '#lib/domain/calendar.ts'
import { type CalendarDate, isCalendarDate } from '#lib/domain/calendar-date.ts'
import { refuseCounting } from '#lib/domain/countable-day.ts'
import { type Refusal, refuse } from '#lib/domain/refusal.ts'

/** The day that the reader gave, if both periods can be counted from it; otherwise the `ordinary` one, and why. */
export function chooseAcceptedDay(
  calendar: Calendar,
  given: string | undefined,
  { ordinary, today }: { readonly ordinary: CalendarDate; readonly today: CalendarDate },
): { day: CalendarDate; refusal?: Refusal } {
  if (!given) return { day: ordinary }
  const refusal = isCalendarDate(given)
    ? refuseCounting(calendar, given, today)
    : refuse('invalid-input', [{ path: 'acceptedOn', reason: 'date' }])
  return isCalendarDate(given) && !refusal ? { day: given } : { day: ordinary, ...(refusal && { refusal }) }
}
