import type { Pool } from '#lib/db/pool.ts'
import { changesOf, type NoticeChange, type NoticeDay, readNotice } from '#lib/domain/holiday-notice.ts'
import { accept, type Result } from '#lib/domain/refusal.ts'
import { hashPicture } from './hash-picture.ts'
import { readDaysOfYear } from './notice.sql.ts'

/** What a notice says, what it would change, and the word for this very picture, which `importNotice` asks for. */
export interface NoticePreview {
  readonly days: readonly NoticeDay[]
  readonly changes: readonly NoticeChange[]
  readonly picture: string
}

/** What a pasted notice would change; it changes nothing yet. */
export async function previewNotice(
  pool: Pool,
  { text, year }: { readonly text: string; readonly year: number },
): Promise<Result<NoticePreview>> {
  const read = readNotice(text, year)
  if (!read.ok) return read
  const days = read.value
  const before = await readDaysOfYear(pool, year)
  return accept({ days, changes: changesOf(before, days), picture: hashPicture(before, days) })
}
