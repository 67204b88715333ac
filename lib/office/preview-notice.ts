import type { Pool } from '#lib/db/pool.ts'
import { changesOf, type NoticeChange, readNotice } from '#lib/domain/holiday-notice.ts'
import { accept, type Result } from '#lib/domain/refusal.ts'
import { readDaysOfYear } from './notice.sql.ts'

/** What a pasted notice would change, and nothing else. */
export async function previewNotice(
  pool: Pool,
  { text, year }: { readonly text: string; readonly year: number },
): Promise<Result<readonly NoticeChange[]>> {
  const read = readNotice(text, year)
  return read.ok ? accept(changesOf(await readDaysOfYear(pool, year), read.value)) : read
}
