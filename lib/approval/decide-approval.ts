import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool, PoolClient } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { APPROVALS, type ApprovalKind, approvalEnds, approvalStateAt } from '#lib/domain/approval.ts'
import { refuseStaffAt } from '#lib/domain/place-act.ts'
import { accept, type Refusal, type Result, refuse } from '#lib/domain/refusal.ts'
import { isUuid } from '#lib/domain/uuid.ts'
import { type ApprovalRecord, lockApproval, settleApproval } from './store.ts'

export interface ApprovalAnswer {
  readonly actor: StaffActor
  readonly id: string
  readonly approve: boolean
  /** Why not; needed where it is refused. */
  readonly answer?: string | undefined
  readonly now: Date
}

/** How what was asked for is done, where agreeing does it. */
export interface Performer {
  /** What it knows to do; nothing else is answered with it. */
  readonly kind: ApprovalKind
  /** Inside the transaction of the agreement; refuses before it has written anything. */
  readonly perform: (
    client: PoolClient,
    approval: ApprovalRecord & { readonly decidedBy: string },
  ) => Promise<Result<true>>
}

/**
 * Agrees to a request or refuses it: never to one's own, only with the right to, for its place, and while it waits. What
 * is done at once (`APPROVALS`) is done by the performer in the same transaction; when that refuses, the request goes on waiting.
 */
export function decideApproval(
  pool: Pool,
  wish: ApprovalAnswer,
  performer?: Performer,
): Promise<Result<ApprovalRecord>> {
  const { actor, id, approve, now } = wish
  const answer = wish.answer?.trim()
  return poolTransaction(pool, async (client) => {
    const approval = isUuid(id) ? await lockApproval(client, id) : undefined
    if (!approval || (performer && performer.kind !== approval.kind)) return refuse('not-found')
    const refusal = refusalOf(approval, wish)
    if (refusal) return refusal
    const { kind, scope, scopeId } = approval
    const atOnce = approve && APPROVALS[kind].done === 'at-once'
    if (atOnce) {
      if (!performer) throw new Error(`nothing is said about how a request of kind ${kind} is done`)
      const done = await performer.perform(client, { ...approval, decidedBy: actor.id })
      if (!done.ok) return done
    }
    const state = approve ? 'approved' : 'refused'
    const expiresAt = approve ? approvalEnds(kind, now) : undefined
    const usedAt = atOnce ? now : undefined
    await settleApproval(client, { id, state, decidedBy: actor.id, answer, expiresAt, usedAt, now })
    await writeEntry(client, {
      at: now,
      actorKind: 'staff',
      actorId: actor.id,
      act: `approval-${state}`,
      subjectKind: 'approval',
      subjectId: id,
      ...(scope === 'office' ? { officeId: scopeId } : {}),
      detail: { kind, scope, scopeId },
    })
    return accept({ ...approval, state })
  })
}

function refusalOf(approval: ApprovalRecord, wish: ApprovalAnswer): Refusal | undefined {
  const { actor, approve, answer, now } = wish
  const refused = refuseStaffAt(actor, APPROVALS[approval.kind].approve, approval)
  if (refused) return refused
  if (approval.askedBy === actor.id) return refuse('not-allowed', [{ path: 'id', reason: 'own-request' }])
  const state = approvalStateAt(approval, now)
  if (state === 'expired') return refuse('not-allowed', [{ path: 'id', reason: 'request-expired' }])
  if (state !== 'open') return refuse('not-allowed', [{ path: 'id', reason: 'request-answered' }])
  if (!approve && !answer?.trim()) return refuse('invalid-input', [{ path: 'answer', reason: 'required' }])
  return undefined
}
