import { type CalendarDate, daysBetween, isCalendarDate } from './calendar-date.ts'
import type { RefusalDetail } from './refusal.ts'

/** Days in one list at most. */
const MOST_DAYS = 31

/** So often an agreed list is drawn up; each time it is on the record. */
export const DOWNLOADS = 3

/** A list of the appointments of an office with the names and telephones of their people, day by day. */
export interface ExportRequest {
  readonly officeId: string
  readonly from: CalendarDate
  /** Included. */
  readonly until: CalendarDate
}

/** What is wrong with the days that were typed; nothing when they are one to thirty-one, in order. */
export function faultOfDays(from: string, until: string): RefusalDetail | undefined {
  if (!isCalendarDate(from)) return { path: 'from', reason: 'not-a-date' }
  if (!isCalendarDate(until)) return { path: 'until', reason: 'not-a-date' }
  const days = daysBetween(from, until) + 1
  if (days < 1) return { path: 'until', reason: 'ends-before-start' }
  return days > MOST_DAYS ? { path: 'until', reason: 'too-many-days' } : undefined
}
