import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { changeStaff } from './change-staff.ts'
import type { InvitationPurpose } from './invitation.sql.ts'
import { issueStaffLink } from './issue-staff-link.ts'

/**
 * A new link for somebody: to activate the account once more, or to reset one of password and authenticator. Whoever
 * sends it sets neither, and the one that is kept is asked for when the other is reset. Returns the link's token.
 */
export function sendStaffLink(
  pool: Pool,
  actor: StaffActor,
  {
    staffId,
    purpose,
    now,
  }: { readonly staffId: string; readonly purpose: InvitationPurpose; readonly now: Date },
): Promise<Result<string>> {
  const change = { actor, staffId, needs: 'invite-staff', act: 'staff-link-sent', now } as const
  return changeStaff(pool, {
    ...change,
    detail: { purpose },
    change: async (client, other) => {
      const fits = (purpose === 'activate') !== other.isActivated && !other.disabledAt
      if (!fits) return refuse('invalid-input', [{ path: 'purpose', reason: 'does-not-fit' }])
      return accept(await issueStaffLink(client, { staffId, purpose, createdBy: actor.id, now }))
    },
  })
}
