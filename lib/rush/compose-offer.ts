import type { Pool } from '#lib/db/pool.ts'
import { type ComposedLetter, type DueLetter, isOldNews } from '#lib/domain/letter.ts'
import { scopePath } from '#lib/domain/scope-path.ts'
import { env } from '#lib/env.ts'
import { reachPerson } from '#lib/identity/reach-person.ts'
import { readOfferRow } from './letter.sql.ts'
import { makeLeaveToken } from './make-leave-token.ts'
import { openCouple } from './open-couple.ts'

/** What a waiting couple is told of a seat, while it is still held for them, or that it no longer is. */
export async function composeOffer(pool: Pool, message: DueLetter, now: Date): Promise<ComposedLetter> {
  const { entryId, role, event, dueAt } = message
  const { slotId } = message.detail
  if (!entryId || !slotId || (event !== 'offer' && event !== 'offer-lapsed')) return { state: 'superseded' }
  const row = await readOfferRow(pool, { entryId, role, slotId })
  const isOffer = event === 'offer'
  if (!row || row.status !== (isOffer ? 'offered' : 'lapsed') || (isOffer && !row.until))
    return { state: 'superseded' }
  if (isOldNews(dueAt, now)) return { state: 'too-late' }
  const person = openCouple(entryId, row.sealed)[role - 1]
  const to = person && (await reachPerson(pool, row.personIndex, person.phone))
  if (!to) return { state: 'dead-address' }
  const { service, date, startTime, office } = row
  const until = row.until ?? undefined
  return {
    state: 'ready',
    to,
    personIndex: row.personIndex,
    path: scopePath(office),
    expiresAt: until,
    facts: {
      kind: event,
      service,
      date,
      startTime,
      until,
      office,
      link: `${env.publicUrl}/waiting${isOffer ? `/offer/${entryId}` : ''}`,
      leave: isOffer ? `${env.publicUrl}/waiting/leave/${makeLeaveToken(entryId)}` : undefined,
    },
  }
}
