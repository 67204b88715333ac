import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import type { StaffGrant } from '#lib/domain/permissions.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { changeStaff } from './change-staff.ts'
import { deleteGrant } from './staff-account.sql.ts'

/** Takes a role away, from the next request on. The last one stays: who has none left is disabled instead. */
export function takeRole(
  pool: Pool,
  actor: StaffActor,
  { staffId, grant, now }: { readonly staffId: string; readonly grant: StaffGrant; readonly now: Date },
): Promise<Result<true>> {
  const { role, scope, scopeId } = grant
  const change = { actor, staffId, needs: 'invite-staff', act: 'role-taken', now } as const
  return changeStaff(pool, {
    ...change,
    detail: { role, scope, scopeId },
    change: async (client, other) => {
      if (other.grants.length < 2) return refuse('invalid-input', [{ path: 'role', reason: 'last-one' }])
      const isGone = await deleteGrant(client, staffId, grant)
      return isGone ? accept(true) : refuse('not-found')
    },
  })
}
