import { listOwnApprovals } from '#lib/approval/list-own-approvals.ts'
import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import type { ApprovalState } from '#lib/domain/approval.ts'
import { isNoticeRequest, type NoticeRequest } from '#lib/domain/notice-request.ts'
import { accept, type Result } from '#lib/domain/refusal.ts'
import { refuseAtOffice } from './refuse-at-office.ts'

/** A cancellation that somebody has asked for with a notice, and how it stands. */
export interface AskedNotice extends NoticeRequest {
  readonly id: string
  readonly state: ApprovalState
}

/** The requests of this member of staff to cancel the couples of a notice that are not made use of yet, the latest first. */
export async function listNoticeRequests(
  pool: Pool,
  wish: { readonly actor: StaffActor; readonly at: string; readonly now: Date },
): Promise<Result<readonly AskedNotice[]>> {
  const { actor, at, now } = wish
  const refusal = await refuseAtOffice(actor, 'import-calendar', at)
  if (refusal) return refusal
  const own = await listOwnApprovals(pool, { actor, kind: 'bulk-cancel', now })
  return accept(
    own.flatMap(({ id, state, usedAt, expiresAt, payload }) => {
      const isOpen = state === 'open' || state === 'refused' || (state === 'approved' && expiresAt > now)
      return isOpen && !usedAt && isNoticeRequest(payload) ? [{ ...payload, id, state }] : []
    }),
  )
}
