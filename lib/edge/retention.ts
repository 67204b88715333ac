import { ladderDaysOf, replayDaysOf } from '#lib/domain/retention.ts'
import { env } from '#lib/env.ts'

/** For how many days what is kept, for the pages that say so. */
export function loadRetention(): { readonly days: number; readonly ladder: number; readonly replay: number } {
  const days = env.retentionDays
  return { days, ladder: ladderDaysOf(days), replay: replayDaysOf(days) }
}
