import type { Pool } from '#lib/db/pool.ts'
import type { Result } from '#lib/domain/refusal.ts'
import type { TextDraft } from '#lib/domain/text-draft.ts'
import { askForVersion, type VersionWish } from './ask-for-version.ts'
import { weighText } from './weigh-text.ts'

/** Puts a new version of a text, or taking back a coming one, before a second person; the id of the request. */
export async function proposeText(
  pool: Pool,
  wish: VersionWish<TextDraft>,
): Promise<Result<{ readonly approvalId: string }>> {
  const { draft, now } = wish
  return askForVersion(pool, {
    ...wish,
    kind: 'text',
    path: 'name',
    weigh: (client, place) => weighText(client, place, draft, now),
  })
}
