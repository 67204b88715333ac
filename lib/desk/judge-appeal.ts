import type { Pool } from '#lib/db/pool.ts'
import { type Result, refuse } from '#lib/domain/refusal.ts'
import { type RatingWish, takeRatingStep } from './take-rating-step.ts'

/** Judges an appeal against a bad rating; upheld, the rating is no longer counted. Nobody judges their own. */
export function judgeAppeal(
  pool: Pool,
  wish: RatingWish & { readonly answer: 'upheld' | 'rejected' },
): Promise<Result<undefined>> {
  const { actor, answer, now } = wish
  return takeRatingStep(pool, wish, {
    right: 'judge-appeal',
    act: `appeal-${answer}`,
    change: (rating) => {
      if (!rating.appealedAt || rating.appealAnswer)
        return refuse('not-allowed', [{ path: 'appeal', reason: 'no-appeal' }])
      if (rating.staffId === actor.id)
        return refuse('not-allowed', [{ path: 'staffId', reason: 'about-yourself' }])
      return { appealAnswer: answer, appealClosedAt: now }
    },
  })
}
