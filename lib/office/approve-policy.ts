import { type ApprovalAnswer, decideApproval } from '#lib/approval/decide-approval.ts'
import type { Pool } from '#lib/db/pool.ts'
import type { Result } from '#lib/domain/refusal.ts'
import { adoptPolicy } from './adopt-policy.ts'
import { forgetRules } from './forget-rules.ts'

/** Answers a request about a rule of booking or of the law; agreed to, it is written at once and holds from its day on. */
export async function approvePolicy(pool: Pool, answer: ApprovalAnswer): Promise<Result<unknown>> {
  const decided = await decideApproval(pool, answer, adoptPolicy(answer.now))
  if (decided.ok) forgetRules()
  return decided
}
