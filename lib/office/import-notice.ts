import type { Pool, PoolClient } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { changesOf, type NoticeChange, type NoticeDay, readNotice } from '#lib/domain/holiday-notice.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { uuidV7 } from '#lib/domain/uuid.ts'
import { drawRandom } from '#lib/identity/draw-random.ts'
import { forgetRules } from './forget-rules.ts'
import { hashPicture } from './hash-picture.ts'
import { lockYear, readDaysOfYear, writeNotice } from './notice.sql.ts'

/** What a notice is about to change, for whoever has something to do with it in the same transaction. */
export interface NoticeFacts {
  readonly noticeId: string
  readonly days: readonly NoticeDay[]
  readonly changes: readonly NoticeChange[]
}

export interface PastedNotice {
  readonly text: string
  readonly year: number
  /** Title, number and day of the notice. */
  readonly source: string
  /** The word for what was seen before (`previewNotice`). */
  readonly picture: string
}

/**
 * Makes a notice of the State Council the calendar of its year; refuses one without a source, one that contradicts itself,
 * and one whose changes are no longer those that were seen. `also` happens in the same transaction, before the calendar
 * is another one; what it refuses is not entered. Slots, computed dates and kept seats follow in `adoptNotice`. Tells what changed.
 */
export async function importNotice(
  pool: Pool,
  notice: PastedNotice & { readonly by: string; readonly now: Date },
  also: (client: PoolClient, facts: NoticeFacts) => Promise<Result<unknown>> = async () => accept(undefined),
): Promise<Result<readonly NoticeChange[]>> {
  const { text, year, picture, by, now } = notice
  const source = notice.source.trim()
  if (!source) return refuse('invalid-input', [{ path: 'source', reason: 'required' }])
  const read = readNotice(text, year)
  if (!read.ok) return read
  const days = read.value
  const imported = await poolTransaction(pool, async (client) => {
    await lockYear(client, year)
    const before = await readDaysOfYear(client, year)
    if (hashPicture(before, days) !== picture) return refuse('not-allowed', [CHANGED])
    const changes = changesOf(before, days)
    const id = uuidV7(now, drawRandom(10))
    await client.query('SAVEPOINT before_notice')
    const done = await also(client, { noticeId: id, days, changes })
    if (!done.ok) {
      await client.query('ROLLBACK TO SAVEPOINT before_notice')
      return done
    }
    await writeNotice(client, { id, year, days, source, changes, by, now })
    return accept(changes)
  })
  forgetRules()
  return imported
}

const CHANGED = { path: 'picture', reason: 'calendar-changed-meanwhile' } as const
