import { askApproval } from '#lib/approval/ask-approval.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { refuseStaff, type StaffActor } from '#lib/domain/actor.ts'
import type { ChecklistDraft } from '#lib/domain/checklist-draft.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { NATION } from '#lib/domain/scope-path.ts'
import { weighChecklist } from './weigh-checklist.ts'

/** Puts a new list of materials, or taking back a coming one, before a second person; lists are the whole nation's. */
export async function proposeChecklist(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly draft: ChecklistDraft
    /** Why. */
    readonly note: string
    /** The word for the versions that the preview showed. */
    readonly basis: string
    readonly now: Date
  },
): Promise<Result<{ readonly approvalId: string }>> {
  const { actor, draft, basis, now } = wish
  const refused = refuseStaff(actor, 'propose-policy', undefined)
  if (refused) return refused
  const note = wish.note.trim()
  if (!note) return refuse('invalid-input', [{ path: 'note', reason: 'required' }])
  return poolTransaction(pool, async (client) => {
    const weighed = await weighChecklist(client, draft, now)
    if (!weighed.ok) return weighed
    const payload = { ...weighed.value.request }
    if (payload.basis !== basis) return refuse('not-allowed', [{ path: 'name', reason: 'changed-meanwhile' }])
    const request = { kind: 'checklist', ...NATION, payload, note, actor, now } as const
    const asked = await askApproval(client, request)
    return asked.ok ? accept({ approvalId: asked.value }) : asked
  })
}
