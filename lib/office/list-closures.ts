import { database } from '#lib/db/transaction.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import { type ClosureRecord, findClosures } from './store.ts'

/** Why an office, or one of its lanes, is closed on days from `from` to `until`. */
export function listClosures(
  officeId: string,
  { from, until }: { readonly from: CalendarDate; readonly until: CalendarDate },
): Promise<ClosureRecord[]> {
  return findClosures(database(), officeId, from, until)
}
