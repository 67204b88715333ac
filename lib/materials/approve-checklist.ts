import { type ApprovalAnswer, decideApproval } from '#lib/approval/decide-approval.ts'
import type { Pool } from '#lib/db/pool.ts'
import type { Result } from '#lib/domain/refusal.ts'
import { forgetRules } from '#lib/office/forget-rules.ts'
import { adoptChecklist } from './adopt-checklist.ts'

/** Answers a request about a list of materials; agreed to, it is written at once and holds from its day on. */
export async function approveChecklist(pool: Pool, answer: ApprovalAnswer): Promise<Result<unknown>> {
  const decided = await decideApproval(pool, answer, adoptChecklist(answer.now))
  if (decided.ok) forgetRules()
  return decided
}
