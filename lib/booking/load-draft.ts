import type { Pool } from '#lib/db/pool.ts'
import type { JourneyAnswers } from '#lib/domain/journey.ts'
import { openJson } from '#lib/identity/open-json.ts'

export interface Draft {
  readonly id: Buffer
  readonly personId: string | undefined
  readonly answers: JourneyAnswers
}

const KEPT_FOR_MS = 24 * 3_600_000

/**
 * The answers of this browser, or else of this person on another device, for a day. A draft that belongs to somebody
 * else is nobody's business: on a shared phone the partner starts with empty pages.
 */
export async function loadDraft(
  pool: Pool,
  wish: { readonly token: Buffer | undefined; readonly personId: string | undefined; readonly now: Date },
): Promise<Draft | undefined> {
  const { rows } = await pool.query<{ id: Buffer; personId: string | null; sealed: Buffer }>(
    `SELECT id, person_id AS "personId", sealed FROM draft
     WHERE (id = $1 AND (person_id IS NULL OR person_id = $2) OR person_id = $2) AND updated_at > $3
     ORDER BY (id = $1) DESC NULLS LAST, updated_at DESC LIMIT 1`,
    [wish.token ?? null, wish.personId ?? null, new Date(wish.now.getTime() - KEPT_FOR_MS)],
  )
  const [row] = rows
  if (!row) return undefined
  const answers = openJson<JourneyAnswers>(`draft ${row.id.toString('hex')}`, row.sealed)
  return { id: row.id, personId: row.personId ?? undefined, answers }
}
