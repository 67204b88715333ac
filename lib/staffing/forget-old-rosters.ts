import type { Pool } from '#lib/db/pool.ts'
import { horizonOf } from '#lib/domain/retention.ts'
import { env } from '#lib/env.ts'
import { deleteAbsencesBefore } from './absence.sql.ts'
import { deleteShiftsBefore } from './roster.sql.ts'

/**
 * Forgets who worked when, and who was away, on days that lie `RETENTION_DAYS` back, like the other traces of people: no
 * plan looks at them any more (个人信息保护法 art. 19, 47). Tells how many entries there were.
 */
export async function forgetOldRosters(
  pool: Pool,
  now: Date,
  { retentionDays = env.retentionDays }: { readonly retentionDays?: number } = {},
): Promise<number> {
  const { day } = horizonOf(now, retentionDays)
  return (await deleteShiftsBefore(pool, day)) + (await deleteAbsencesBefore(pool, day))
}
