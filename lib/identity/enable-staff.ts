import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { accept, type Result } from '#lib/domain/refusal.ts'
import { changeStaff } from './change-staff.ts'
import { setDisabled } from './staff-account.sql.ts'

/** Lets somebody work again who was taken out of service; they sign in anew with what they had. */
export function enableStaff(
  pool: Pool,
  actor: StaffActor,
  { staffId, now }: { readonly staffId: string; readonly now: Date },
): Promise<Result<true>> {
  const change = { actor, staffId, needs: 'disable-staff', act: 'staff-enabled', now } as const
  return changeStaff(pool, {
    ...change,
    change: async (client) => {
      await setDisabled(client, staffId, null)
      return accept(true)
    },
  })
}
