import { type ApprovalAnswer, decideApproval } from '#lib/approval/decide-approval.ts'
import type { Pool } from '#lib/db/pool.ts'
import type { Result } from '#lib/domain/refusal.ts'
import { adoptGrant } from './adopt-grant.ts'

/** Answers a request about a role; agreed to, it holds at once. */
export function approveGrant(pool: Pool, answer: ApprovalAnswer): Promise<Result<unknown>> {
  return decideApproval(pool, answer, adoptGrant(answer.now))
}
