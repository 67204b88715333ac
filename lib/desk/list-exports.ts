import type { ApprovalView } from '#lib/approval/list-approvals.ts'
import { listOwnApprovals } from '#lib/approval/list-own-approvals.ts'
import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { DOWNLOADS, type ExportRequest } from '#lib/domain/people-export.ts'
import { accept, type Result } from '#lib/domain/refusal.ts'
import { openGate } from './open-gate.ts'

/** A list that somebody asked for, and how often it can still be fetched. */
export interface ExportView extends ApprovalView {
  readonly request: ExportRequest
  /** 0 unless it was agreed to and still holds. */
  readonly downloadsLeft: number
}

/** The lists that somebody has asked for themselves at an office, the waiting ones first, then the latest. */
export async function listExports(
  pool: Pool,
  wish: { readonly actor: StaffActor; readonly officeId: string; readonly now: Date },
): Promise<Result<readonly ExportView[]>> {
  const { actor, officeId, now } = wish
  const place = await openGate(pool, wish, 'export-people')
  if ('ok' in place) return place
  const own = await listOwnApprovals(pool, { actor, kind: 'export', now })
  return accept(
    own
      .filter(({ scopeId }) => scopeId === officeId)
      .map((one) => {
        const holds = one.state === 'approved' && one.expiresAt > now
        const downloadsLeft = holds ? Math.max(0, DOWNLOADS - one.uses) : 0
        return { ...one, request: one.payload as unknown as ExportRequest, downloadsLeft }
      }),
  )
}
