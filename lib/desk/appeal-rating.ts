import type { Pool } from '#lib/db/pool.ts'
import { isLowRating, RATING_WORDS } from '#lib/domain/rating.ts'
import { type Result, refuse } from '#lib/domain/refusal.ts'
import { type RatingWish, takeRatingStep } from './take-rating-step.ts'

/** Says once, as the one whom a bad rating is about, why it is mistaken; somebody above the office judges. 国办发〔2019〕51号. */
export async function appealRating(
  pool: Pool,
  wish: RatingWish & { readonly appeal: string },
): Promise<Result<undefined>> {
  const { actor, now } = wish
  const appeal = wish.appeal.trim()
  if (!appeal) return refuse('invalid-input', [{ path: 'appeal', reason: 'required' }])
  if (appeal.length > RATING_WORDS) return refuse('invalid-input', [{ path: 'appeal', reason: 'too-long' }])
  return takeRatingStep(pool, wish, {
    right: 'appeal-rating',
    act: 'rating-appealed',
    change: (rating) => {
      if (rating.staffId !== actor.id || !isLowRating(rating.level))
        return refuse('not-allowed', [{ path: 'staffId', reason: 'not-about-you' }])
      if (rating.appealedAt) return refuse('not-allowed', [{ path: 'appeal', reason: 'already-appealed' }])
      return { appealedAt: now, appealedBy: actor.id, appeal }
    },
  })
}
