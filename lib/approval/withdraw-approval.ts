import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { APPROVALS, approvalStateAt } from '#lib/domain/approval.ts'
import { refuseStaffAt } from '#lib/domain/place-act.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { isUuid } from '#lib/domain/uuid.ts'
import { lockApproval, settleApproval } from './store.ts'

/** Takes back what one has asked for oneself, while nobody has answered it. */
export function withdrawApproval(
  pool: Pool,
  { actor, id, now }: { readonly actor: StaffActor; readonly id: string; readonly now: Date },
): Promise<Result<true>> {
  return poolTransaction(pool, async (client) => {
    const approval = isUuid(id) ? await lockApproval(client, id) : undefined
    if (!approval) return refuse('not-found')
    const { kind, scope, scopeId } = approval
    const refused = refuseStaffAt(actor, APPROVALS[kind].ask, approval)
    if (refused) return refused
    if (approval.askedBy !== actor.id) return refuse('not-allowed', [{ path: 'id', reason: 'not-yours' }])
    if (approvalStateAt(approval, now) !== 'open')
      return refuse('not-allowed', [{ path: 'id', reason: 'request-answered' }])
    const gone = { decidedBy: undefined, answer: undefined, expiresAt: undefined, usedAt: undefined }
    await settleApproval(client, { id, state: 'withdrawn', ...gone, now })
    await writeEntry(client, {
      at: now,
      actorKind: 'staff',
      actorId: actor.id,
      act: 'approval-withdrawn',
      subjectKind: 'approval',
      subjectId: id,
      ...(scope === 'office' ? { officeId: scopeId } : {}),
      detail: { kind, scope, scopeId },
    })
    return accept(true)
  })
}
