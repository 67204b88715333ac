import type { Pool } from '#lib/db/pool.ts'
import type { Actor } from '#lib/domain/actor.ts'

/** Forgets the answers that somebody has typed and not sent, on every device; returns how many drafts there were. */
export async function forgetDraft(pool: Pool, actor: Actor): Promise<number> {
  if (actor.kind !== 'person') return 0
  const { rowCount } = await pool.query('DELETE FROM draft WHERE person_id = $1', [actor.id])
  return rowCount ?? 0
}
