import type { Pool } from '#lib/db/pool.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'

/** A hold can be made longer this many times; then the seat is somebody else's turn. WCAG 2.2.1 asks for the first. */
export const MOST_EXTENSIONS = 3

/**
 * Some more minutes for somebody who needs them, counted from now; never fewer than were left. Refuses `hold-expired`
 * when it has run out, or was made longer too often.
 */
export async function extendHold(
  pool: Pool,
  wish: { readonly personId: string; readonly minutes: number; readonly now: Date },
): Promise<Result<Date>> {
  const until = new Date(wish.now.getTime() + wish.minutes * 60_000)
  const { rows } = await pool.query<{ until: Date }>(
    `UPDATE slot_hold SET expires_at = GREATEST(expires_at, $3), extensions = extensions + 1
     WHERE person_id = $1 AND expires_at > $2 AND extensions < $4
     RETURNING expires_at AS until`,
    [wish.personId, wish.now, until, MOST_EXTENSIONS],
  )
  return rows[0] ? accept(rows[0].until) : refuse('hold-expired')
}
