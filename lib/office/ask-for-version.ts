import { askApproval } from '#lib/approval/ask-approval.ts'
import type { Pool, PoolClient } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { type ActPlace, refuseStaffAt } from '#lib/domain/place-act.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import type { Scope } from '#lib/domain/scope-path.ts'
import { findPlace } from './policy.sql.ts'

/** What is wished with a version of a rule or a text of a place. */
export interface VersionWish<Draft> {
  readonly actor: StaffActor
  readonly place: Scope
  readonly draft: Draft
  /** Why. */
  readonly note: string
  /** The word for the versions that the preview showed. */
  readonly basis: string
  readonly now: Date
}

/**
 * Puts what was weighed before a second person; the id of the request. Refuses without a reason, and when the versions are
 * no longer those that the preview showed.
 */
export async function askForVersion<Draft>(
  pool: Pool,
  wish: VersionWish<Draft> & {
    readonly kind: 'policy' | 'text'
    /** Where the form says that the versions have changed. */
    readonly path: string
    readonly weigh: (
      client: PoolClient,
      place: ActPlace,
    ) => Promise<Result<{ readonly request: { readonly basis: string } }>>
  },
): Promise<Result<{ readonly approvalId: string }>> {
  const { kind, actor, basis, now } = wish
  const note = wish.note.trim()
  const place = await findPlace(pool, wish.place)
  if (!place) return refuse('not-found')
  const refused = refuseStaffAt(actor, 'propose-policy', place)
  if (refused) return refused
  if (!note) return refuse('invalid-input', [{ path: 'note', reason: 'required' }])
  return poolTransaction(pool, async (client) => {
    const weighed = await wish.weigh(client, place)
    if (!weighed.ok) return weighed
    const payload = { ...weighed.value.request }
    if (payload.basis !== basis)
      return refuse('not-allowed', [{ path: wish.path, reason: 'changed-meanwhile' }])
    const asked = await askApproval(client, { kind, ...place, payload, note, actor, now })
    return asked.ok ? accept({ approvalId: asked.value }) : asked
  })
}
