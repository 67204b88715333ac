import type { Pool } from '#lib/db/pool.ts'
import { refuseStaff, type StaffActor } from '#lib/domain/actor.ts'
import { type OfficePlace, rolesToGive, type StaffRole } from '#lib/domain/permissions.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { scopeOfRole } from '#lib/domain/staff-place.ts'
import { changeStaff } from './change-staff.ts'
import { insertGrant } from './staff-account.sql.ts'

/** Gives somebody a further role from an office; it holds from their next request on. */
export async function giveRole(
  pool: Pool,
  actor: StaffActor,
  wish: {
    readonly staffId: string
    readonly role: StaffRole
    readonly office: OfficePlace
    readonly now: Date
  },
): Promise<Result<true>> {
  const { staffId, role, office, now } = wish
  const refused = refuseStaff(actor, 'invite-staff', office)
  if (refused) return refused
  if (!rolesToGive(actor.grants, office).includes(role)) {
    return refuse('not-allowed', [{ path: 'role', reason: 'not-in-role' }])
  }
  const grant = { role, ...scopeOfRole(role, office) }
  return changeStaff(pool, {
    actor,
    staffId,
    needs: 'invite-staff',
    act: 'role-given',
    detail: { ...grant },
    now,
    change: async (client) => {
      const isNew = await insertGrant(client, staffId, grant, { by: actor.id, now })
      return isNew ? accept(true) : refuse('invalid-input', [{ path: 'role', reason: 'already' }])
    },
  })
}
