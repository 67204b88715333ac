import { randomUUID } from 'node:crypto'
import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import type { CapacityChange } from '#lib/domain/capacity-change.ts'
import { accept, type Result } from '#lib/domain/refusal.ts'
import { insertDraft } from './draft.sql.ts'
import { drawPicture } from './draw-picture.ts'
import { refuseChange } from './refuse-change.ts'

/**
 * Keeps a change so that it can be looked at before it is made, whichever screen it comes from; the picture is then at
 * `/desk/manage/changes/look/<draftId>`. Refuses like `previewChange`: what is wrong with the change itself is told by field.
 */
export async function draftChange(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly officeId: string
    readonly change: CapacityChange
    readonly now: Date
  },
): Promise<Result<{ readonly draftId: string }>> {
  const { actor, officeId, change, now } = wish
  const refusal = await refuseChange(pool, wish)
  if (refusal) return refusal
  const drawn = await drawPicture(pool, wish)
  if (!drawn.ok) return drawn
  const draftId = randomUUID()
  await insertDraft(pool, { id: draftId, officeId, change, madeBy: actor.id, madeAt: now })
  return accept({ draftId })
}
