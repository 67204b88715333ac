import type { Pool } from '#lib/db/pool.ts'
import { refuseStaff, type StaffActor } from '#lib/domain/actor.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { type MadeChange, readVersions } from './hours.sql.ts'
import { findPlaceOf } from './week.sql.ts'

const MOST = 200

/** What was changed of the hours of an office, by whom and when: the youngest first. */
export async function listVersions(
  pool: Pool,
  wish: { readonly actor: StaffActor; readonly officeId: string },
): Promise<Result<readonly MadeChange[]>> {
  const place = await findPlaceOf(pool, wish.officeId)
  if (!place) return refuse('not-found')
  const refusal = refuseStaff(wish.actor, 'see-week', place)
  return refusal ?? accept(await readVersions(pool, wish.officeId, MOST))
}
