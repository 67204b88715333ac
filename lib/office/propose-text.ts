import { askApproval } from '#lib/approval/ask-approval.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { refuseStaffAt } from '#lib/domain/place-act.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import type { Scope } from '#lib/domain/scope-path.ts'
import type { TextDraft } from '#lib/domain/text-draft.ts'
import { findPlace } from './policy.sql.ts'
import { weighText } from './weigh-text.ts'

/** Puts a new version of a text, or taking back a coming one, before a second person; the id of the request. */
export async function proposeText(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly place: Scope
    readonly draft: TextDraft
    /** Why. */
    readonly note: string
    /** The word for the versions that the preview showed. */
    readonly basis: string
    readonly now: Date
  },
): Promise<Result<{ readonly approvalId: string }>> {
  const { actor, draft, basis, now } = wish
  const note = wish.note.trim()
  const place = await findPlace(pool, wish.place)
  if (!place) return refuse('not-found')
  const refused = refuseStaffAt(actor, 'propose-policy', place)
  if (refused) return refused
  if (!note) return refuse('invalid-input', [{ path: 'note', reason: 'required' }])
  return poolTransaction(pool, async (client) => {
    const weighed = await weighText(client, place, draft, now)
    if (!weighed.ok) return weighed
    const { request } = weighed.value
    if (request.basis !== basis) return refuse('not-allowed', [{ path: 'name', reason: 'changed-meanwhile' }])
    const payload = { ...request }
    return accept({
      approvalId: await askApproval(client, { kind: 'text', ...place, payload, note, actor, now }),
    })
  })
}
