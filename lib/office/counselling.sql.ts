import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { CounsellingHours } from '#lib/domain/counselling-hours.ts'
import type { Queryable } from './store.ts'

/** The counsellors' hours that hold on a day, by weekday and time. */
export async function readCounsellingHours(
  database: Queryable,
  { officeId, date }: { readonly officeId: string; readonly date: CalendarDate },
): Promise<CounsellingHours[]> {
  const { rows } = await database.query<CounsellingHours>(
    `SELECT id, name, weekdays, opens, closes FROM counsellor_hours
     WHERE office_id = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2)
     ORDER BY weekdays, opens, id`,
    [officeId, date],
  )
  return rows
}
