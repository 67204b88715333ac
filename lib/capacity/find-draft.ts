import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { isUuid } from '#lib/domain/uuid.ts'
import { type ChangeDraft, readDraft } from './draft.sql.ts'
import { refuseChange } from './refuse-change.ts'

/** A change that waits to be looked at, for whoever may make it. */
export async function findDraft(
  pool: Pool,
  wish: { readonly actor: StaffActor; readonly draftId: string },
): Promise<Result<ChangeDraft>> {
  const draft = isUuid(wish.draftId) ? await readDraft(pool, wish.draftId) : undefined
  if (!draft) return refuse('not-found')
  const { officeId, change } = draft
  return (await refuseChange(pool, { actor: wish.actor, officeId, change })) ?? accept(draft)
}
