import type { Pool } from '#lib/db/pool.ts'
import type { JourneyAnswers } from '#lib/domain/journey.ts'
import { sealJson } from '#lib/identity/seal-json.ts'

/** Keeps the answers so far, sealed; from the first sign-in on they belong to that person. */
export async function saveDraft(
  pool: Pool,
  draft: {
    readonly id: Buffer
    readonly personId: string | undefined
    readonly answers: JourneyAnswers
    readonly now: Date
  },
): Promise<void> {
  const sealed = sealJson(`draft ${draft.id.toString('hex')}`, draft.answers)
  await pool.query(
    `INSERT INTO draft (id, person_id, sealed, updated_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (id) DO UPDATE SET person_id = COALESCE(draft.person_id, EXCLUDED.person_id), sealed = EXCLUDED.sealed, updated_at = EXCLUDED.updated_at`,
    [draft.id, draft.personId ?? null, sealed, draft.now],
  )
}
