import type { Pool } from '#lib/db/pool.ts'
import { refuseStaff, type StaffActor } from '#lib/domain/actor.ts'
import { mayDo, type OfficePlace } from '#lib/domain/permissions.ts'
import { accept, type Result } from '#lib/domain/refusal.ts'
import { scopePath } from '#lib/domain/scope-path.ts'
import { type StaffRecord, selectStaffAt } from './staff-account.sql.ts'

/** The people with a role for an office, and those above it whom the actor may see. */
export async function listStaff(
  pool: Pool,
  actor: StaffActor,
  { office, now }: { readonly office: OfficePlace; readonly now: Date },
): Promise<Result<readonly StaffRecord[]>> {
  const refused = refuseStaff(actor, 'see-staff', office)
  if (refused) return refused
  const people = await selectStaffAt(pool, scopePath(office), now)
  return accept(
    people.filter(({ grants }) => grants.some(({ place }) => mayDo(actor.grants, 'see-staff', place))),
  )
}
