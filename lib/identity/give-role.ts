import type { Pool } from '#lib/db/pool.ts'
import { refuseStaff, type StaffActor } from '#lib/domain/actor.ts'
import type { OfficePlace } from '#lib/domain/permissions.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { grantOfWish, needsSecond, type RoleWish, wishesToGive } from '#lib/domain/staff-place.ts'
import { askGrant } from './ask-grant.ts'
import { changeStaff } from './change-staff.ts'
import { insertGrant } from './staff-account.sql.ts'

/**
 * Gives somebody a further role from an office; it holds from their next request on. One that needs a second person is
 * asked for and holds only when that one has agreed.
 */
export async function giveRole(
  pool: Pool,
  actor: StaffActor,
  wish: {
    readonly staffId: string
    readonly role: RoleWish
    /** Why; needed where a second person has to agree. */
    readonly note?: string | undefined
    readonly office: OfficePlace
    readonly now: Date
  },
): Promise<Result<'given' | 'asked'>> {
  const { staffId, role, note, office, now } = wish
  const refused = refuseStaff(actor, 'invite-staff', office)
  if (refused) return refused
  if (!wishesToGive(actor.grants, office).includes(role)) {
    return refuse('not-allowed', [{ path: 'role', reason: 'not-in-role' }])
  }
  const grant = grantOfWish(role, office)
  const isAsked = needsSecond(grant.role)
  return changeStaff<'given' | 'asked'>(pool, {
    actor,
    staffId,
    needs: 'invite-staff',
    act: isAsked ? 'role-asked' : 'role-given',
    detail: { ...grant },
    now,
    change: async (client, other) => {
      const already = refuse('invalid-input', [{ path: 'role', reason: 'already' }])
      if (isAsked) {
        if (other.grants.some((one) => one.role === grant.role && one.scopeId === grant.scopeId))
          return already
        const { username, name } = other
        const request = { ...grant, staffId, username, name }
        const asked = await askGrant(client, { actor, request, office, note, now })
        return asked.ok ? accept('asked') : asked
      }
      const isNew = await insertGrant(client, staffId, grant, { by: actor.id, now })
      return isNew ? accept('given') : already
    },
  })
}
