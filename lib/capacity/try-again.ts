import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { isUuid } from '#lib/domain/uuid.ts'
import { readChange, waitAgain } from './progress.sql.ts'
import { refuseChange } from './refuse-change.ts'
import { workThroughChange } from './work-through-change.ts'

/** Looks once more for a time for those who got none: every day brings new ones. Tells how many were looked at. */
export async function tryAgain(
  pool: Pool,
  wish: { readonly actor: StaffActor; readonly changeId: string; readonly now: Date },
): Promise<Result<number>> {
  const made = isUuid(wish.changeId) ? await readChange(pool, wish.changeId) : undefined
  if (!made) return refuse('not-found')
  const refusal = await refuseChange(pool, { actor: wish.actor, officeId: made.officeId })
  if (refusal) return refusal
  await waitAgain(pool, made.id)
  return accept(await workThroughChange(pool, made.id, wish.now))
}
