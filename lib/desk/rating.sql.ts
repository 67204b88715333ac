import type { PoolClient } from 'pg'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import type { RatingFacts, RatingLevel } from '#lib/domain/rating.ts'
import type { Horizon } from '#lib/domain/retention.ts'
import { type Queryable, ticketOf } from './store.ts'

/** A rating as it lies there, with the place of its office. Whose it is stands nowhere. */
export interface RatingRow extends RatingFacts {
  readonly ticketId: string
  readonly officeId: string
  readonly regionCode: string
  readonly window: string | undefined
  readonly staffId: string | undefined
  readonly staffName: string | undefined
  readonly sealed: Buffer | undefined
  readonly reply: Buffer | undefined
  readonly locale: Locale
  readonly ratedOn: CalendarDate
  readonly contactBy: CalendarDate | undefined
  readonly closeBy: CalendarDate | undefined
  readonly appeal: string | undefined
  readonly appealedBy: string | undefined
  readonly version: number
}

const RATING = `
SELECT r.ticket_id AS "ticketId", r.office_id AS "officeId", o.region_code AS "regionCode", r."window",
  r.staff_id AS "staffId", s.name AS "staffName", r.level, r.sealed, r.reply, r.locale,
  (r.rated_at AT TIME ZONE 'Asia/Shanghai')::date AS "ratedOn", r.contact_by AS "contactBy", r.close_by AS "closeBy",
  r.contacted_at AS "contactedAt", r.closed_at AS "closedAt", r.appealed_at AS "appealedAt", r.appealed_by AS "appealedBy",
  r.appeal, r.appeal_answer AS "appealAnswer", r.version
FROM rating r JOIN office o ON o.id = r.office_id LEFT JOIN staff s ON s.id = r.staff_id`

function ratingOf(row: object): RatingRow {
  return ticketOf(row) as unknown as RatingRow
}

/** The rating of a visit; undefined when there is none. */
export async function findRating(database: Queryable, ticketId: string): Promise<RatingRow | undefined> {
  const { rows } = await database.query(`${RATING} WHERE r.ticket_id = $1`, [ticketId])
  return rows[0] && ratingOf(rows[0])
}

/** The same, locked until the end of the transaction. */
export async function lockRating(client: PoolClient, ticketId: string): Promise<RatingRow | undefined> {
  const { rows } = await client.query(`${RATING} WHERE r.ticket_id = $1 FOR NO KEY UPDATE OF r`, [ticketId])
  return rows[0] && ratingOf(rows[0])
}

/** What an office was given since an instant. */
export async function readRatings(
  database: Queryable,
  { officeId, since }: { readonly officeId: string; readonly since: Date },
): Promise<RatingRow[]> {
  const text = `${RATING} WHERE r.office_id = $1 AND r.rated_at >= $2 ORDER BY r.rated_at DESC`
  return (await database.query(text, [officeId, since])).rows.map(ratingOf)
}

/** The bad ratings of one member of staff in an office. */
export async function readLowRatings(
  database: Queryable,
  { officeId, staffId }: { readonly officeId: string; readonly staffId: string },
): Promise<RatingRow[]> {
  const text = `${RATING} WHERE r.office_id = $1 AND r.staff_id = $2 AND r.level <= 2 ORDER BY r.rated_at DESC`
  return (await database.query(text, [officeId, staffId])).rows.map(ratingOf)
}

/** Puts a rating down; false when the visit has one already. */
export async function insertRating(
  client: PoolClient,
  rating: {
    readonly ticketId: string
    readonly officeId: string
    readonly window: string | undefined
    readonly staffId: string | undefined
    readonly level: RatingLevel
    readonly sealed: Buffer | undefined
    readonly locale: Locale
    readonly ratedAt: Date
    readonly contactBy: CalendarDate | undefined
    readonly closeBy: CalendarDate | undefined
  },
): Promise<boolean> {
  const { rowCount } = await client.query(
    `INSERT INTO rating (ticket_id, office_id, "window", staff_id, level, sealed, locale, rated_at, contact_by, close_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (ticket_id) DO NOTHING`,
    [
      rating.ticketId,
      rating.officeId,
      rating.window ?? null,
      rating.staffId ?? null,
      rating.level,
      rating.sealed ?? null,
      rating.locale,
      rating.ratedAt,
      rating.contactBy ?? null,
      rating.closeBy ?? null,
    ],
  )
  return rowCount === 1
}

const COLUMNS = {
  contactedAt: 'contacted_at',
  contactedBy: 'contacted_by',
  closedAt: 'closed_at',
  closedBy: 'closed_by',
  reply: 'reply',
  appealedAt: 'appealed_at',
  appealedBy: 'appealed_by',
  appeal: 'appeal',
  appealAnswer: 'appeal_answer',
  appealClosedAt: 'appeal_closed_at',
} as const

/** Changes a rating that is locked. */
export async function changeRating(
  client: PoolClient,
  ticketId: string,
  change: Partial<Record<keyof typeof COLUMNS, Date | string | Buffer>>,
): Promise<void> {
  const named = Object.entries(change) as [keyof typeof COLUMNS, Date | string | Buffer][]
  const sets = named.map(([name], index) => `${COLUMNS[name]} = $${index + 2}`)
  await client.query(
    `UPDATE rating SET ${[...sets, 'version = version + 1'].join(', ')} WHERE ticket_id = $1`,
    [ticketId, ...named.map(([, value]) => value)],
  )
}

/** Takes the words of old ratings away: level, window and days stay for the counts. Returns how many had some. */
export async function clearRatingWords(
  database: Queryable,
  { before, size }: { readonly before: Horizon; readonly size: number },
): Promise<number> {
  const { rowCount } = await database.query(
    `UPDATE rating SET sealed = NULL, reply = NULL, appeal = NULL WHERE ticket_id IN (
       SELECT ticket_id FROM rating
       WHERE COALESCE(appeal_closed_at, closed_at, rated_at) < $1
         AND (sealed IS NOT NULL OR reply IS NOT NULL OR appeal IS NOT NULL)
       LIMIT $2)`,
    [before.at, size],
  )
  return rowCount ?? 0
}
