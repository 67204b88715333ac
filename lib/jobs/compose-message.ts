import { composeLetter } from '#lib/booking/compose-letter.ts'
import type { Pool } from '#lib/db/pool.ts'
import { composeRatingLetter } from '#lib/desk/compose-rating-letter.ts'
import { composeVisitLetter } from '#lib/desk/compose-visit-letter.ts'
import { composeCaseLetter } from '#lib/divorce/compose-case-letter.ts'
import { isHomeVisitNews } from '#lib/domain/home-visit.ts'
import type { ComposedLetter, DueLetter } from '#lib/domain/letter.ts'
import { composeCodeLetter } from '#lib/identity/compose-code-letter.ts'
import { givePhone } from '#lib/office/give-phone.ts'
import { composeOffer } from '#lib/rush/compose-offer.ts'

/** Lets the capability that a message is about tell what it says; the office by the number under which it is reached. */
export async function composeMessage(pool: Pool, message: DueLetter, now: Date): Promise<ComposedLetter> {
  const composed = await compose(pool, message, now)
  if (composed.state !== 'ready' || !composed.facts.office) return composed
  return { ...composed, facts: { ...composed.facts, office: await givePhone(composed.facts.office) } }
}

async function compose(pool: Pool, message: DueLetter, now: Date): Promise<ComposedLetter> {
  if (message.event === 'code') return composeCodeLetter(message)
  if (message.event === 'visit-over') return composeRatingLetter(pool, message, now)
  if (isHomeVisitNews(message.event)) return composeVisitLetter(pool, message, now)
  if (message.caseId) return composeCaseLetter(pool, message, now)
  return message.entryId ? composeOffer(pool, message, now) : composeLetter(pool, message, now)
}
