import type { Pool } from '#lib/db/pool.ts'
import { refuseStaff, type StaffActor } from '#lib/domain/actor.ts'
import type { ChecklistDraft } from '#lib/domain/checklist-draft.ts'
import type { Result } from '#lib/domain/refusal.ts'
import { type ChecklistPicture, weighChecklist } from './weigh-checklist.ts'

/** What a change of the materials of a service would do, before anybody is asked for it. Nothing is written. */
export async function previewChecklist(
  pool: Pool,
  wish: { readonly actor: StaffActor; readonly draft: ChecklistDraft; readonly now: Date },
): Promise<Result<ChecklistPicture>> {
  return refuseStaff(wish.actor, 'propose-policy', undefined) ?? weighChecklist(pool, wish.draft, wish.now)
}
