import type { Pool } from '#lib/db/pool.ts'
import { isLowRating, RATING_WORDS, ratingState } from '#lib/domain/rating.ts'
import { type Result, refuse } from '#lib/domain/refusal.ts'
import { sealJson } from '#lib/identity/seal-json.ts'
import { nameRatingContext } from './name-rating-context.ts'
import { type RatingWish, takeRatingStep } from './take-rating-step.ts'

/**
 * Looks after a bad rating: notes that the people were reached, writes back to them (they read it behind their link), and
 * closes the matter with that reply. Never done by whom it is about. 国办发〔2019〕51号.
 */
export async function answerRating(
  pool: Pool,
  wish: RatingWish & { readonly reply: string; readonly close: boolean },
): Promise<Result<undefined>> {
  const { actor, ticketId, close, now } = wish
  const reply = wish.reply.trim()
  if (reply.length > RATING_WORDS) return refuse('invalid-input', [{ path: 'reply', reason: 'too-long' }])
  return takeRatingStep(pool, wish, {
    right: 'answer-rating',
    act: close ? 'rating-closed' : 'rating-answered',
    change: (rating) => {
      if (!isLowRating(rating.level) || ratingState(rating) === 'dismissed')
        return refuse('not-allowed', [{ path: 'level', reason: 'nothing-to-answer' }])
      if (rating.staffId === actor.id)
        return refuse('not-allowed', [{ path: 'staffId', reason: 'about-yourself' }])
      if (rating.closedAt) return refuse('not-allowed', [{ path: 'closedAt', reason: 'already-closed' }])
      // Closed without a word to them is not closed.
      if (close && !reply && !rating.reply)
        return refuse('invalid-input', [{ path: 'reply', reason: 'required' }])
      return {
        ...(rating.contactedAt ? {} : { contactedAt: now, contactedBy: actor.id }),
        ...(reply ? { reply: sealJson(nameRatingContext(ticketId, 'reply'), reply) } : {}),
        ...(close ? { closedAt: now, closedBy: actor.id } : {}),
      }
    },
  })
}
