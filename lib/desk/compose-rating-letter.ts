import type { Pool } from '#lib/db/pool.ts'
import { type ComposedLetter, type DueLetter, isOldNews } from '#lib/domain/letter.ts'
import { decideRating } from '#lib/domain/rating.ts'
import { scopePath } from '#lib/domain/scope-path.ts'
import { env } from '#lib/env.ts'
import { findContact } from '#lib/identity/find-contact.ts'
import { getOffice } from '#lib/office/get-office.ts'
import { loadRatingTerms } from '#lib/office/load-rating-terms.ts'
import { findVisitBehindLetter } from './rating-letter.sql.ts'
import { signRating } from './sign-rating.ts'

/**
 * Asks how a visit was, read from the rows as they stand now; nobody is asked who has rated it, whose visit goes on after
 * all, or whose contact is gone, silent, or chosen so that nobody else reads along. The words name no service.
 */
export async function composeRatingLetter(
  pool: Pool,
  message: DueLetter,
  now: Date,
): Promise<ComposedLetter> {
  const { appointmentId, role } = message
  const visit = appointmentId && (await findVisitBehindLetter(pool, { appointmentId, role }))
  if (!visit) return { state: 'superseded' }
  const { ticketId, officeId, regionCode, personIndex, state, isRated, date } = visit
  const { ratingOpenDays: openDays } = await loadRatingTerms(pool, officeId, { on: date, now })
  if (!decideRating({ state, date }, { isRated, openDays, now }).ok) return { state: 'superseded' }
  if (isOldNews(message.dueAt, now)) return { state: 'too-late' }
  const to = await findContact(pool, personIndex)
  if (!to || to.safe) return { state: 'superseded' }
  if (to.dead) return { state: 'dead-address' }
  const office = await getOffice(officeId)
  return {
    state: 'ready',
    to,
    personIndex,
    path: scopePath({ id: officeId, regionCode }),
    expiresAt: undefined,
    facts: {
      kind: 'visit-over',
      service: visit.service,
      date,
      ...(office ? { office: { ...office, regionCode } } : {}),
      link: `${env.publicUrl}/rate/${signRating(ticketId)}`,
    },
  }
}
