import { addDays, type CalendarDate, daysBetween } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'

const MOST_DAYS = 62

/** The days asked for, both included: from today, and as many as may be asked for at once, where nothing is said. */
export function readRange(
  query: { readonly from?: CalendarDate | undefined; readonly to?: CalendarDate | undefined },
  now: Date,
): Result<{ readonly from: CalendarDate; readonly to: CalendarDate }> {
  const from = query.from ?? shanghaiToday(now)
  const to = query.to ?? addDays(from, MOST_DAYS - 1)
  if (to < from) return refuse('invalid-input', [{ path: 'to', reason: 'ends-before-it-begins' }])
  if (daysBetween(from, to) >= MOST_DAYS)
    return refuse('invalid-input', [{ path: 'to', reason: 'too-many-days' }])
  return accept({ from, to })
}
