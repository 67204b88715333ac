import type { PoolClient } from '#lib/db/pool.ts'
import type { ApprovalKind } from '#lib/domain/approval.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { isUuid } from '#lib/domain/uuid.ts'
import { type ApprovalRecord, lockApproval, markUsed } from './store.ts'

/**
 * An agreement that is about to be made use of, with what was agreed to; once, and while it holds. In the transaction of
 * the act itself, which does exactly what `payload` says and for the place it was asked for.
 */
export async function takeApproval(
  client: PoolClient,
  wish: { readonly id: string; readonly kind: ApprovalKind; readonly now: Date },
): Promise<Result<ApprovalRecord>> {
  const { id, kind, now } = wish
  const approval = isUuid(id) ? await lockApproval(client, id) : undefined
  if (!approval || approval.kind !== kind) return refuse('not-found')
  if (approval.state !== 'approved') return no('not-approved')
  if (approval.usedAt) return no('approval-used')
  if (approval.expiresAt <= now) return no('approval-expired')
  await markUsed(client, id, now)
  return accept({ ...approval, usedAt: now })
}

function no(reason: string) {
  return refuse('not-allowed', [{ path: 'approval', reason }])
}
