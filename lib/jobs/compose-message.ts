import { composeLetter } from '#lib/booking/compose-letter.ts'
import type { Pool } from '#lib/db/pool.ts'
import { composeRatingLetter } from '#lib/desk/compose-rating-letter.ts'
import { composeVisitLetter } from '#lib/desk/compose-visit-letter.ts'
import { composeCaseLetter } from '#lib/divorce/compose-case-letter.ts'
import { isHomeVisitNews } from '#lib/domain/home-visit.ts'
import type { ComposedLetter, DueLetter } from '#lib/domain/letter.ts'
import { composeCodeLetter } from '#lib/identity/compose-code-letter.ts'
import { composeOffer } from '#lib/rush/compose-offer.ts'

/** Lets the capability that a message is about tell what it says. */
export async function composeMessage(pool: Pool, message: DueLetter, now: Date): Promise<ComposedLetter> {
  if (message.event === 'code') return composeCodeLetter(message)
  if (message.event === 'visit-over') return composeRatingLetter(pool, message, now)
  if (isHomeVisitNews(message.event)) return composeVisitLetter(pool, message, now)
  if (message.caseId) return composeCaseLetter(pool, message, now)
  return message.entryId ? composeOffer(pool, message, now) : composeLetter(pool, message, now)
}
