import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { accept, type Result } from '#lib/domain/refusal.ts'
import { changeStaff } from './change-staff.ts'
import { setDisabled } from './staff-account.sql.ts'
import { closeStaffSessions } from './staff-session.sql.ts'

/** Takes somebody out of service: nobody from their next request on, in every browser. Nothing of theirs is deleted. */
export function disableStaff(
  pool: Pool,
  actor: StaffActor,
  { staffId, now }: { readonly staffId: string; readonly now: Date },
): Promise<Result<true>> {
  const change = { actor, staffId, needs: 'disable-staff', act: 'staff-disabled', now } as const
  return changeStaff(pool, {
    ...change,
    change: async (client) => {
      await setDisabled(client, staffId, now)
      await closeStaffSessions(client, staffId, now)
      return accept(true)
    },
  })
}
