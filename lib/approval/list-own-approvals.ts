import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import type { ApprovalKind } from '#lib/domain/approval.ts'
import { type ApprovalView, listApprovals } from './list-approvals.ts'

/** What this member of staff has asked for of a kind: what waits for an answer first, then the others, each the latest first. */
export async function listOwnApprovals(
  pool: Pool,
  wish: { readonly actor: StaffActor; readonly kind: ApprovalKind; readonly now: Date },
): Promise<readonly ApprovalView[]> {
  const { actor, kind, now } = wish
  const [waiting, over] = await Promise.all([
    listApprovals(pool, { actor, list: 'waiting', now }),
    listApprovals(pool, { actor, list: 'over', now }),
  ])
  return [...waiting.toReversed(), ...over].filter((one) => one.isOwn && one.kind === kind)
}
