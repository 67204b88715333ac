import type { Pool } from '#lib/db/pool.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import { decideRating } from '#lib/domain/rating.ts'
import type { Service } from '#lib/domain/service.ts'
import { openJson } from '#lib/identity/open-json.ts'
import { loadRatingTerms } from '#lib/office/load-rating-terms.ts'
import { nameRatingContext } from './name-rating-context.ts'
import { findRating } from './rating.sql.ts'
import { readRatingToken } from './read-rating-token.ts'
import { findTicket } from './store.ts'

/** A visit behind the link that rates it: when and where, and how it stands. Nothing tells who it was. */
export interface VisitToRate {
  readonly state: 'open' | 'rated' | 'too-early' | 'too-late'
  readonly officeId: string
  readonly date: CalendarDate
  readonly service: Service
  /** So many days after its day it can be rated. */
  readonly openDays: number
  /** What the office has written back. */
  readonly reply: string | undefined
}

/** What a link made by `signRating` opens; undefined when it is forged. */
export async function findVisitToRate(
  pool: Pool,
  token: string,
  now: Date,
): Promise<VisitToRate | undefined> {
  const ticketId = readRatingToken(token)
  const found = ticketId && (await findTicket(pool, ticketId))
  if (!found) return undefined
  const { ticket } = found
  const rating = await findRating(pool, ticket.id)
  const { officeId, date, service } = ticket
  const { ratingOpenDays: openDays } = await loadRatingTerms(pool, officeId, { on: date, now })
  const decided = decideRating(ticket, { isRated: rating !== undefined, openDays, now })
  return {
    state: decided.ok ? 'open' : (STATES[decided.errors?.[0]?.reason ?? ''] ?? 'too-late'),
    officeId,
    date,
    service,
    openDays,
    reply: rating?.reply && openJson<string>(nameRatingContext(ticket.id, 'reply'), rating.reply),
  }
}

const STATES: Readonly<Record<string, VisitToRate['state']>> = {
  'already-rated': 'rated',
  'visit-not-over': 'too-early',
  'rating-closed': 'too-late',
}
