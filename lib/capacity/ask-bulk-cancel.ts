import { askApproval } from '#lib/approval/ask-approval.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { noteApproval } from './draft.sql.ts'
import { drawPicture } from './draw-picture.ts'
import { findDraft } from './find-draft.ts'
import { hashChange } from './hash-change.ts'
import { findPlace } from './plan.sql.ts'
import { refuseChange } from './refuse-change.ts'

/**
 * Asks somebody else to agree that all couples of a change are cancelled: of this very change, and of so many at the most.
 * Refuses `invalid-input` without a reason.
 */
export async function askBulkCancel(
  pool: Pool,
  wish: { readonly actor: StaffActor; readonly draftId: string; readonly note: string; readonly now: Date },
): Promise<Result<{ readonly approvalId: string }>> {
  const { actor, draftId, now } = wish
  const note = wish.note.trim()
  const draft = await findDraft(pool, wish)
  if (!draft.ok) return draft
  if (note === '') return refuse('invalid-input', [{ path: 'note', reason: 'required' }])
  const { officeId, change } = draft.value
  const refusal = await refuseChange(pool, { actor, officeId })
  if (refusal) return refusal
  const place = await findPlace(pool, officeId)
  const drawn = await drawPicture(pool, { officeId, change, now })
  if (!drawn.ok) return drawn
  const couples = drawn.value.planned.affected.length
  const payload = { officeId, draftId, changeHash: hashChange(change), couples }
  return poolTransaction(pool, async (client) => {
    const scope = { scope: 'office', scopeId: officeId, officeRegion: place?.regionCode } as const
    const asked = await askApproval(client, { kind: 'bulk-cancel', ...scope, payload, note, actor, now })
    if (!asked.ok) return asked
    await noteApproval(client, draftId, asked.value)
    return accept({ approvalId: asked.value })
  })
}
