import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { refuseStaffAt } from '#lib/domain/place-act.ts'
import { type Result, refuse } from '#lib/domain/refusal.ts'
import type { Scope } from '#lib/domain/scope-path.ts'
import type { TextDraft } from '#lib/domain/text-draft.ts'
import { findPlace } from './policy.sql.ts'
import { type TextPicture, weighText } from './weigh-text.ts'

/** What a change of a text would do, before anybody is asked for it. Nothing is written. */
export async function previewText(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly place: Scope
    readonly draft: TextDraft
    readonly now: Date
  },
): Promise<Result<TextPicture>> {
  const place = await findPlace(pool, wish.place)
  if (!place) return refuse('not-found')
  return refuseStaffAt(wish.actor, 'propose-policy', place) ?? weighText(pool, place, wish.draft, wish.now)
}
