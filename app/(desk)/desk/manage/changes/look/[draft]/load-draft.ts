import { notFound } from 'next/navigation'
import { findDraft } from '#lib/capacity/find-draft.ts'
import { previewChange } from '#lib/capacity/preview-change.ts'
import { pool } from '#lib/db/pool.ts'
import { requireSignedInStaff, requireStaff } from '#lib/edge/staff-actor.ts'

/** A change that waits to be made, for whoever may make it, with what it would do at this moment. */
export async function loadDraft(draftId: string) {
  const { actor } = await requireSignedInStaff()
  const draft = await findDraft(pool(), { actor, draftId })
  if (!draft.ok) notFound()
  const { officeId, change } = draft.value
  await requireStaff('close-day', officeId)
  const now = new Date()
  const preview = await previewChange(pool(), { actor, officeId, change, now })
  return { actor, draft: draft.value, preview, now }
}
