import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { mayDo } from '#lib/domain/permissions.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { looksAfter } from '#lib/domain/staff-place.ts'
import { type StaffRecord, selectStaff } from './staff-account.sql.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** One person with their roles, and whether the actor looks after them; not found where the actor sees nobody. */
export async function getStaff(
  pool: Pool,
  actor: StaffActor,
  { staffId, now }: { readonly staffId: string; readonly now: Date },
): Promise<Result<StaffRecord & { readonly isLookedAfter: boolean }>> {
  const other = UUID.test(staffId) ? await selectStaff(pool, staffId, now) : undefined
  const sees = other?.grants.some(({ place }) => mayDo(actor.grants, 'see-staff', place))
  return other && sees ? accept({ ...other, isLookedAfter: looksAfter(actor, other) }) : refuse('not-found')
}
