import type { Pool } from '#lib/db/pool.ts'
import type { Device } from '#lib/domain/device.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import type { RatingLevel } from '#lib/domain/rating.ts'
import { type Result, refuse } from '#lib/domain/refusal.ts'
import { findTabletVisit } from './find-tablet-visit.ts'
import { rateVisit } from './rate-visit.ts'
import { signRating } from './sign-rating.ts'

/**
 * Rates, at the tablet of a window, the visit that was just finished there: only the one that the tablet asks about now,
 * so a page left open never rates the next couple’s (`not-found`). Everything else as by the link (`rateVisit`).
 */
export async function rateAtTablet(
  pool: Pool,
  wish: {
    readonly device: Device
    /** Which visit the page was about. */
    readonly visitId: string
    readonly level: number
    readonly words: string
    readonly locale: Locale
    readonly now: Date
  },
): Promise<Result<RatingLevel>> {
  const { visitId, level, words, locale, now } = wish
  const { visit } = await findTabletVisit(pool, wish)
  if (!visit || visit.id !== visitId) return refuse('not-found')
  return rateVisit(pool, { token: signRating(visit.id), level, words, contact: '', locale, now })
}
