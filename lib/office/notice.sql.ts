import type { PoolClient } from 'pg'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { NoticeChange, NoticeDay } from '#lib/domain/holiday-notice.ts'
import type { Queryable } from './store.ts'

/** What the calendar says of a year now. */
export async function readDaysOfYear(
  queryable: Queryable,
  year: number,
): Promise<Map<CalendarDate, NoticeDay['kind']>> {
  const { rows } = await queryable.query<{ date: CalendarDate; kind: NoticeDay['kind'] }>(
    `SELECT date::text AS date, kind FROM calendar_day WHERE date >= make_date($1, 1, 1) AND date < make_date($1 + 1, 1, 1)`,
    [year],
  )
  return new Map(rows.map(({ date, kind }) => [date, kind]))
}

/** Two who enter a notice for the same year: the second waits, and then sees what the first has written. */
export async function lockYear(client: PoolClient, year: number): Promise<void> {
  await client.query(`SELECT pg_advisory_xact_lock(hashtext('calendar_year'), $1)`, [year])
}

/** Puts a notice in the place of all that the calendar said of its year, and keeps what it changed. */
export async function writeNotice(
  client: PoolClient,
  notice: {
    readonly id: string
    readonly year: number
    readonly days: readonly NoticeDay[]
    readonly source: string
    readonly changes: readonly NoticeChange[]
    readonly by: string
    readonly now: Date
  },
): Promise<void> {
  const { id, year, days, source, changes, by, now } = notice
  await client.query(
    `INSERT INTO calendar_year (year, status, source) VALUES ($1, 'official', $2)
     ON CONFLICT (year) DO UPDATE SET status = 'official', source = $2`,
    [year, source],
  )
  await client.query(
    'DELETE FROM calendar_day WHERE date >= make_date($1, 1, 1) AND date < make_date($1 + 1, 1, 1)',
    [year],
  )
  await client.query(
    `INSERT INTO calendar_day (date, kind, name, status, source)
     SELECT d.date, d.kind, d.name, 'official', $2 FROM json_to_recordset($1::json) AS d(date date, kind text, name jsonb)`,
    [JSON.stringify(days), source],
  )
  await client.query(
    `INSERT INTO calendar_import (id, year, source, imported_at, imported_by, changes) VALUES ($1, $2, $3, $4, $5, $6)`,
    [id, year, source, now, by, JSON.stringify(changes)],
  )
}
