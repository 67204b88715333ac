import { type ApprovalView, listApprovals } from '#lib/approval/list-approvals.ts'
import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import type { GrantRequest } from '#lib/domain/grant-request.ts'

/** A role that waits for a second person. */
export interface WaitingGrant extends ApprovalView {
  readonly request: GrantRequest
}

/** The roles that wait for a second person, of the places the actor looks after. */
export async function listGrantRequests(
  pool: Pool,
  { actor, now }: { readonly actor: StaffActor; readonly now: Date },
): Promise<readonly WaitingGrant[]> {
  const waiting = await listApprovals(pool, { actor, list: 'waiting', now })
  return waiting
    .filter(({ kind }) => kind === 'role-grant')
    .map((one) => ({ ...one, request: one.payload as unknown as GrantRequest }))
}
