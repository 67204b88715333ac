import { askApproval } from '#lib/approval/ask-approval.ts'
import type { PoolClient } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import type { GrantRequest } from '#lib/domain/grant-request.ts'
import type { OfficePlace } from '#lib/domain/permissions.ts'
import { refuseStaffAt } from '#lib/domain/place-act.ts'
import { type Result, refuse } from '#lib/domain/refusal.ts'

/**
 * Puts a role of an administrator, a manager or an auditor before a second person; the id of the request. Nothing is given
 * before that. `invite-staff` and `give-role` have asked before whether this
 * person may give the role itself.
 */
export async function askGrant(
  client: PoolClient,
  wish: {
    readonly actor: StaffActor
    readonly request: GrantRequest
    readonly office: OfficePlace
    readonly note: string | undefined
    readonly now: Date
  },
): Promise<Result<string>> {
  const { actor, request, office, now } = wish
  const note = wish.note?.trim()
  if (!note) return refuse('invalid-input', [{ path: 'note', reason: 'required' }])
  const { scope, scopeId } = request
  const officeRegion = scope === 'office' ? office.regionCode : undefined
  const refused = refuseStaffAt(actor, 'invite-staff', { scope, scopeId, officeRegion })
  if (refused) return refused
  const { role, username } = request
  const asked = await askApproval(client, {
    kind: 'role-grant',
    scope,
    scopeId,
    officeRegion,
    payload: { ...request },
    alike: { role, scope, scopeId, username },
    note,
    actor,
    now,
  })
  return asked.ok ? asked : refuse('invalid-input', [{ path: 'role', reason: 'waits-already' }])
}
