import type { Pool, PoolClient } from 'pg'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import { dayOf } from './day-part.sql.ts'
import type { OfficeDay } from './sums.sql.ts'

export async function listOfficeIds(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>('SELECT id FROM office ORDER BY id')
  return rows.map(({ id }) => id)
}

/** Of these offices and days those that were never counted, and those after `recent` that were not counted since `since`. */
export async function findDue(
  client: PoolClient,
  wish: {
    readonly officeIds: readonly string[]
    readonly from: CalendarDate
    readonly until: CalendarDate
    readonly recent: CalendarDate
    readonly since: Date
  },
): Promise<OfficeDay[]> {
  const { rows } = await client.query<OfficeDay>(
    `SELECT o.id AS "officeId", d::date::text AS day
     FROM unnest($1::text[]) AS o (id)
     CROSS JOIN generate_series($2::date::timestamp, $3::date::timestamp, interval '1 day') d
     LEFT JOIN number_day n ON n.office_id = o.id AND n.day = d::date AND n.service = ''
     WHERE n.day IS NULL OR (n.day >= $4 AND n.counted_at < $5)`,
    [wish.officeIds, wish.from, wish.until, wish.recent, wish.since],
  )
  return rows
}

/**
 * Days after `after` of which something was settled after they were counted: a missed visit made void, a rating taken out,
 * a booking of a closed day moved, ended or used on a later day.
 */
export async function findLate(client: PoolClient, after: CalendarDate): Promise<OfficeDay[]> {
  const { rows } = await client.query<OfficeDay>(
    `WITH fact AS (
       SELECT s.office_id, s.date AS day, m.voided_at AS at
       FROM no_show m JOIN appointment a ON a.id = m.appointment_id JOIN slot s ON s.id = a.slot_id
       WHERE m.date >= $1 AND m.voided_at IS NOT NULL
       UNION ALL
       SELECT office_id, ${dayOf('rated_at')}, appeal_closed_at FROM rating
       WHERE rated_at >= $1::date AND appeal_closed_at IS NOT NULL
       UNION ALL
       SELECT s.office_id, s.date, c.settled_at FROM changed_appointment c JOIN slot s ON s.id = c.from_slot_id
       WHERE s.date >= $1 AND c.settled_at IS NOT NULL
       UNION ALL
       SELECT s.office_id, s.date, (o.used_on + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
       FROM open_pass o JOIN appointment a ON a.id = o.appointment_id JOIN slot s ON s.id = a.slot_id
       WHERE s.date >= $1 AND o.used_on IS NOT NULL)
     SELECT DISTINCT n.office_id AS "officeId", n.day::text AS day
     FROM fact f JOIN number_day n ON n.office_id = f.office_id AND n.day = f.day AND n.service = ''
     WHERE f.at > n.counted_at`,
    [after],
  )
  return rows
}

/** One at a time counts; the others wait, and then find nothing left to do. */
export async function takeTurn(client: PoolClient): Promise<void> {
  await client.query("SELECT pg_advisory_xact_lock(hashtext('sums by day'))")
}
