import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { dayText } from '#lib/format/dates.ts'

/** A range of days in words; one day where it is one. */
export function daysText(
  locale: Locale,
  { from, until }: { readonly from: CalendarDate; readonly until: CalendarDate },
): string {
  return from === until ? dayText(locale, from) : `${dayText(locale, from)} – ${dayText(locale, until)}`
}
