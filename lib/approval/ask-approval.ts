import { randomUUIDv7 } from 'node:crypto'
import { writeEntry } from '#lib/audit/write-entry.ts'
import type { PoolClient } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { APPROVALS, type ApprovalKind, approvalEnds } from '#lib/domain/approval.ts'
import { mayDoAt } from '#lib/domain/place-act.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import type { Scope } from '#lib/domain/scope-path.ts'
import { insertApproval, lockWaiting } from './store.ts'

export interface ApprovalRequest extends Scope {
  readonly kind: ApprovalKind
  /** Of an office: the region it lies in (GB/T 2260). */
  readonly officeRegion?: string | undefined
  /** What will be done, so that it can be done without asking again; no personal data. */
  readonly payload: Readonly<Record<string, unknown>>
  /** By which of it two requests are the same; all of it where nothing is said. */
  readonly alike?: Readonly<Record<string, unknown>>
  /** Why, in the words of who asks. */
  readonly note: string
  readonly actor: StaffActor
  readonly now: Date
}

/**
 * Puts a request before a second person, in the transaction of whoever prepares it; its id. The verb that asks has proved
 * before that this person may: throws where they may not. Refuses what is waiting for an answer already: two answers to one
 * question could differ. What is made use of by whoever asked is the same only when they asked it themselves.
 */
export async function askApproval(client: PoolClient, request: ApprovalRequest): Promise<Result<string>> {
  const { kind, scope, scopeId, payload, alike, note, actor, now } = request
  if (!mayDoAt(actor.grants, APPROVALS[kind].ask, request))
    throw new Error(`asked for ${kind} without the right to ${APPROVALS[kind].ask}`)
  const askedBy = APPROVALS[kind].done === 'when-taken' ? actor.id : undefined
  if (await lockWaiting(client, { kind, scope, scopeId, payload, alike, askedBy, now }))
    return refuse('not-allowed', [{ path: 'note', reason: 'waits-already' }])
  const id = randomUUIDv7()
  const row = { id, kind, scope, scopeId, payload, note, askedBy: actor.id, askedAt: now }
  await insertApproval(client, { ...row, expiresAt: approvalEnds(kind, now) })
  await writeEntry(client, {
    at: now,
    actorKind: 'staff',
    actorId: actor.id,
    act: 'approval-asked',
    subjectKind: 'approval',
    subjectId: id,
    ...(scope === 'office' ? { officeId: scopeId } : {}),
    detail: { kind, scope, scopeId },
  })
  return accept(id)
}
