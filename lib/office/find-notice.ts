import { isUuid } from '#lib/domain/uuid.ts'
import { type CalendarEntry, readEntry } from './calendar-year.sql.ts'
import type { Queryable } from './store.ts'

/** A notice of the State Council that was entered; undefined where there is none. */
export async function findNotice(
  queryable: Queryable,
  id: string,
): Promise<(CalendarEntry & { readonly year: number }) | undefined> {
  return isUuid(id) ? readEntry(queryable, id) : undefined
}
