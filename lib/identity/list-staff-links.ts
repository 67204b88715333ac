import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { mayDo } from '#lib/domain/permissions.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { isUuid } from '#lib/domain/uuid.ts'
import { type LinkRow, selectLinks } from './invitation.sql.ts'
import { selectStaff } from './staff-account.sql.ts'

const MOST = 10

/** Which links were made for somebody, by whom, and what became of them; the last ten. */
export async function listStaffLinks(
  pool: Pool,
  actor: StaffActor,
  { staffId, now }: { readonly staffId: string; readonly now: Date },
): Promise<Result<readonly LinkRow[]>> {
  const other = isUuid(staffId) ? await selectStaff(pool, staffId, now) : undefined
  const sees = other?.grants.some(({ place }) => mayDo(actor.grants, 'see-staff', place))
  return other && sees ? accept(await selectLinks(pool, staffId, MOST)) : refuse('not-found')
}
