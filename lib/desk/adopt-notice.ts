import { keepHorizon } from '#lib/booking/keep-horizon.ts'
import { renewKeptSeats } from '#lib/booking/renew-kept-seats.ts'
import { moveStranded } from '#lib/capacity/move-stranded.ts'
import type { Pool } from '#lib/db/pool.ts'
import { recomputeCases } from '#lib/divorce/recompute-cases.ts'
import type { NoticeChange } from '#lib/domain/holiday-notice.ts'
import { accept, type Result } from '#lib/domain/refusal.ts'
import { importNotice, type PastedNotice } from '#lib/office/import-notice.ts'

/** What came of a notice: the days that changed, and the cases whose dates moved with them. */
export interface AdoptedNotice {
  readonly changes: readonly NoticeChange[]
  readonly movedCases: readonly string[]
}

/**
 * Enters a notice of the State Council and lets everything follow it: the dates of open cases, with the people concerned
 * told; the slots; the couples whose time is gone; the seats kept for certificates. What an interruption leaves undone the timed work makes up for.
 */
export async function adoptNotice(
  pool: Pool,
  notice: PastedNotice & { readonly by: string; readonly now: Date },
): Promise<Result<AdoptedNotice>> {
  const imported = await importNotice(pool, notice)
  if (!imported.ok) return imported
  const movedCases = await recomputeCases(pool, notice.now)
  await keepHorizon(pool, notice.now)
  await moveStranded(pool, notice.now, notice.by)
  await renewKeptSeats(pool, notice.now)
  return accept({ changes: imported.value, movedCases })
}
