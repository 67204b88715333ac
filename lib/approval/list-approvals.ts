import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { APPROVALS, type ApprovalState, approvalStateAt } from '#lib/domain/approval.ts'
import { STAFF_ACTS, type StaffRole } from '#lib/domain/permissions.ts'
import { mayDoAt } from '#lib/domain/place-act.ts'
import { type ApprovalRecord, findApprovals } from './store.ts'

const MOST = 100
const SEERS: readonly StaffRole[] = STAFF_ACTS['see-approvals']

/** A request as one member of staff sees it. */
export interface ApprovalView extends ApprovalRecord {
  /** As it stands now: `expired` where nobody answered in time. */
  readonly state: ApprovalState
  readonly isOwn: boolean
  /** Never one's own. */
  readonly mayDecide: boolean
}

/** The requests of the places somebody looks after, and their own: those that wait, or what became of the others. */
export async function listApprovals(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly list: 'waiting' | 'over'
    readonly now: Date
  },
): Promise<readonly ApprovalView[]> {
  const { actor, list, now } = wish
  const { id: ownId, grants } = actor
  const found = await findApprovals(pool, { grants, roles: SEERS, ownId, list, now, most: MOST })
  return found.map((approval) => {
    const isOwn = approval.askedBy === ownId
    const isWaiting = list === 'waiting'
    const mayDecide = isWaiting && !isOwn && mayDoAt(grants, APPROVALS[approval.kind].approve, approval)
    return { ...approval, state: approvalStateAt(approval, now), isOwn, mayDecide }
  })
}
