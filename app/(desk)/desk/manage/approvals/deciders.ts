import { type ApprovalAnswer, decideApproval } from '#lib/approval/decide-approval.ts'
import type { Pool } from '#lib/db/pool.ts'
import type { ApprovalKind } from '#lib/domain/approval.ts'
import type { Result } from '#lib/domain/refusal.ts'
import { approveChecklist } from '#lib/materials/approve-checklist.ts'
import { approvePolicy } from '#lib/office/approve-policy.ts'
import { approveText } from '#lib/office/approve-text.ts'

type Decider = (pool: Pool, answer: ApprovalAnswer) => Promise<Result<unknown>>

/** Which verb answers a request of each kind: where agreeing does it at once, that of the thing itself. */
export const DECIDERS: Readonly<Record<ApprovalKind, Decider>> = {
  policy: approvePolicy,
  text: approveText,
  checklist: approveChecklist,
  'bulk-cancel': decideApproval,
  'role-grant': decideApproval,
  export: decideApproval,
}
