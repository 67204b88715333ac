import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { APPROVALS } from '#lib/domain/approval.ts'
import { STAFF_ACTS } from '#lib/domain/permissions.ts'
import { mayDoAt } from '#lib/domain/place-act.ts'
import { findApprovals } from './store.ts'

const MOST = 200

/** How many requests wait for an answer of this person; at most 200 are counted, never their own. */
export async function countApprovals(
  pool: Pool,
  { actor, now }: { readonly actor: StaffActor; readonly now: Date },
): Promise<number> {
  const { id: ownId, grants } = actor
  const roles = STAFF_ACTS['see-approvals']
  const waiting = await findApprovals(pool, { grants, roles, ownId, list: 'waiting', now, most: MOST })
  return waiting.filter((one) => one.askedBy !== ownId && mayDoAt(grants, APPROVALS[one.kind].approve, one))
    .length
}
