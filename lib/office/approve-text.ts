import { type ApprovalAnswer, decideApproval } from '#lib/approval/decide-approval.ts'
import type { Pool } from '#lib/db/pool.ts'
import type { Result } from '#lib/domain/refusal.ts'
import { adoptText } from './adopt-text.ts'
import { forgetRules } from './forget-rules.ts'

/** Answers a request about a letter or an announcement; agreed to, it is written at once and holds from its day on. */
export async function approveText(pool: Pool, answer: ApprovalAnswer): Promise<Result<unknown>> {
  const decided = await decideApproval(pool, answer, adoptText(answer.now))
  if (decided.ok) forgetRules()
  return decided
}
