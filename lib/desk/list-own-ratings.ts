import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import type { RatingView } from '#lib/domain/rating.ts'
import { accept, type Result } from '#lib/domain/refusal.ts'
import { openGate } from './open-gate.ts'
import { readLowRatings } from './rating.sql.ts'
import { ratingView } from './rating-view.ts'

/** The bad ratings of one's own work in an office, to appeal against; never how to reach who gave them. */
export async function listOwnRatings(
  pool: Pool,
  wish: { readonly actor: StaffActor; readonly officeId: string; readonly now: Date },
): Promise<Result<readonly RatingView[]>> {
  const place = await openGate(pool, wish, 'appeal-rating')
  if ('ok' in place) return place
  const { id: actorId } = wish.actor
  const rows = await readLowRatings(pool, { officeId: place.id, staffId: actorId })
  return accept(rows.map((row) => ratingView(row, { actorId, withContact: false })))
}
