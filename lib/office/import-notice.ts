import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { changesOf, type NoticeChange, readNotice } from '#lib/domain/holiday-notice.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { uuidV7 } from '#lib/domain/uuid.ts'
import { drawRandom } from '#lib/identity/draw-random.ts'
import { forgetRules } from './forget-rules.ts'
import { readDaysOfYear, writeNotice } from './notice.sql.ts'

export interface PastedNotice {
  readonly text: string
  readonly year: number
  /** Title, number and day of the notice. */
  readonly source: string
}

/**
 * Makes a notice of the State Council the calendar of its year; refuses one without a source or that contradicts itself.
 * Slots and computed dates follow by `materialiseSlots` and `recomputeCases`. Tells what changed.
 */
export async function importNotice(
  pool: Pool,
  { text, year, source, by, now }: PastedNotice & { readonly by: string; readonly now: Date },
): Promise<Result<readonly NoticeChange[]>> {
  if (!source.trim()) return refuse('invalid-input', [{ path: 'source', reason: 'required' }])
  const read = readNotice(text, year)
  if (!read.ok) return read
  const days = read.value
  const changes = await poolTransaction(pool, async (client) => {
    const changed = changesOf(await readDaysOfYear(client, year), days)
    const id = uuidV7(now, drawRandom(10))
    await writeNotice(client, { id, year, days, source: source.trim(), changes: changed, by, now })
    return changed
  })
  forgetRules()
  return accept(changes)
}
