import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import {
  decideRating,
  isLowRating,
  RATING_CONTACT,
  RATING_LEVELS,
  RATING_WORDS,
  type RatingLevel,
  ratingDues,
} from '#lib/domain/rating.ts'
import { accept, type RefusalDetail, type Result, refuse } from '#lib/domain/refusal.ts'
import { sealJson } from '#lib/identity/seal-json.ts'
import { loadCalendar } from '#lib/office/load-calendar.ts'
import { loadRatingTerms } from '#lib/office/load-rating-terms.ts'
import { nameRatingContext } from './name-rating-context.ts'
import { findRating, insertRating } from './rating.sql.ts'
import { readRatingToken } from './read-rating-token.ts'
import { findTicket, lockTicket } from './store.ts'

/**
 * Rates a finished visit, once, by the link of the visit: nobody is asked who they are. Words and a way to reach them are
 * free to give and lie sealed. A bad rating is due to be answered and closed within working days, by the rules of the day
 * on which it is given; how long the link works was settled on the day of the visit. 国办发〔2019〕51号.
 */
export async function rateVisit(
  pool: Pool,
  wish: {
    readonly token: string
    readonly level: number
    readonly words: string
    readonly contact: string
    readonly locale: Locale
    readonly now: Date
  },
): Promise<Result<RatingLevel>> {
  const { locale, now } = wish
  const ticketId = readRatingToken(wish.token)
  if (!ticketId) return refuse('not-found')
  const level = RATING_LEVELS.find((one) => one === wish.level)
  if (!level) return wrong({ path: 'level', reason: 'required' })
  const [words, contact] = [wish.words.trim(), wish.contact.trim()]
  if (words.length > RATING_WORDS) return wrong({ path: 'words', reason: 'too-long' })
  if (contact.length > RATING_CONTACT) return wrong({ path: 'contact', reason: 'too-long' })
  const visit = await findTicket(pool, ticketId)
  if (!visit) return refuse('not-found')
  const { officeId, date } = visit.ticket
  const today = shanghaiToday(now)
  const { ratingOpenDays: openDays } = await loadRatingTerms(pool, officeId, { on: date, now })
  const dues = isLowRating(level)
    ? ratingDues(
        await loadCalendar(pool, now),
        today,
        await loadRatingTerms(pool, officeId, { on: today, now }),
      )
    : undefined
  return poolTransaction(pool, async (client) => {
    const found = await lockTicket(client, ticketId)
    if (!found) return refuse('not-found')
    const { ticket } = found
    const isRated = (await findRating(client, ticketId)) !== undefined
    const decided = decideRating(ticket, { isRated, openDays, now })
    if (!decided.ok) return decided
    await insertRating(client, {
      ticketId,
      officeId: ticket.officeId,
      window: ticket.window,
      staffId: ticket.staffId,
      level,
      sealed:
        words || contact ? sealJson(nameRatingContext(ticketId, 'words'), { words, contact }) : undefined,
      locale,
      ratedAt: now,
      contactBy: dues?.contactBy,
      closeBy: dues?.closeBy,
    })
    await writeEntry(client, {
      at: now,
      actorKind: 'person',
      act: 'visit-rated',
      subjectKind: 'ticket',
      subjectId: ticketId,
      officeId: ticket.officeId,
      detail: { level },
    })
    return accept(level)
  })
}

function wrong(detail: RefusalDetail) {
  return refuse('invalid-input', [detail])
}
