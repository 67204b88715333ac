import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { accept, type Result } from '#lib/domain/refusal.ts'
import { changeStaff } from './change-staff.ts'
import { closeStaffSessions } from './staff-session.sql.ts'

/** Signs somebody out of every workstation; returns how many sessions were open. */
export function endStaffSessions(
  pool: Pool,
  actor: StaffActor,
  { staffId, now }: { readonly staffId: string; readonly now: Date },
): Promise<Result<number>> {
  const change = { actor, staffId, needs: 'end-staff-sessions', act: 'staff-sessions-ended', now } as const
  return changeStaff(pool, {
    ...change,
    change: async (client) => accept(await closeStaffSessions(client, staffId, now)),
  })
}
