import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import { nameRatingContext } from '#lib/desk/name-rating-context.ts'
import { rateVisit } from '#lib/desk/rate-visit.ts'
import { signRating } from '#lib/desk/sign-rating.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { Service } from '#lib/domain/service.ts'
import { LETTER_OF } from '#lib/domain/ticket.ts'
import { sealJson } from '#lib/identity/seal-json.ts'
import { takeKeys } from './take-keys.ts'

/** A number of today whose people are at window 1, or whose visit is over; its id. */
export async function plantVisit(
  database: Pool,
  visit: { readonly officeId: string; readonly service: Service; readonly state: 'serving' | 'done' },
): Promise<string> {
  const [id, now] = [randomUUID(), new Date()]
  const outcome = visit.state === 'done' ? 'registered' : null
  await database.query(
    `INSERT INTO ticket (id, office_id, date, letter, number, service, state, expected, present, rank, order_at, locale,
       "window", staff_id, called_at, started_at, outcome, created_at)
     SELECT $1::uuid, $2, $3, $4, count(*) + 1, $5, $6, 2, 2, 3, $7, 'zh-CN', '1', $1::uuid, $7, $7, $8, $7
     FROM ticket WHERE office_id = $2`,
    [
      id,
      visit.officeId,
      shanghaiToday(now),
      LETTER_OF[visit.service],
      visit.service,
      visit.state,
      now,
      outcome,
    ],
  )
  return id
}

/** The link of a visit that is over; with `rated` somebody was dissatisfied, and the office has answered. */
export async function finishVisit(
  database: Pool,
  visit: { readonly officeId: string; readonly service: Service; readonly rated?: boolean },
): Promise<string> {
  takeKeys()
  const id = await plantVisit(database, { ...visit, state: 'done' })
  const token = signRating(id)
  if (!visit.rated) return token
  const said = { level: 2, words: '等得太久', contact: '', locale: 'zh-CN', now: new Date() } as const
  await rateVisit(database, { token, ...said })
  const reply = sealJson(nameRatingContext(id, 'reply'), '对不起，让你们久等了。上午已经多开了一个窗口。')
  await database.query('UPDATE rating SET reply = $2 WHERE ticket_id = $1', [id, reply])
  return token
}
