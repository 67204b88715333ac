import { shanghaiToday } from '#lib/domain/clock.ts'
import type { CounsellingHours } from '#lib/domain/counselling-hours.ts'
import { readCounsellingHours } from './counselling.sql.ts'
import type { Queryable } from './store.ts'

/** When counsellors are in an office, as of today. */
export function listCounsellingHours(
  database: Queryable,
  officeId: string,
  now: Date,
): Promise<readonly CounsellingHours[]> {
  return readCounsellingHours(database, { officeId, date: shanghaiToday(now) })
}
