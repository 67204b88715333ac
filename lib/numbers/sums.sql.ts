import type { PoolClient } from 'pg'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import { DAY_COUNTS, DAY_SPREADS, type DayTally } from '#lib/domain/day-sums.ts'
import type { NumbersPeriod } from '#lib/domain/numbers-period.ts'
import { type AskedOffices, askedValues, PLACES } from './asked.sql.ts'
import { columnOf } from './day-part.sql.ts'
import { DAY_COLUMNS, DAY_ROWS } from './day-row.sql.ts'

export interface OfficeDay {
  readonly officeId: string
  readonly day: CalendarDate
}

/** Which days of a period have no sums: today always, others until they were counted. */
export async function findGaps(
  client: PoolClient,
  asked: AskedOffices,
  period: NumbersPeriod,
): Promise<OfficeDay[]> {
  const { rows } = await client.query<OfficeDay>(
    `WITH ${PLACES}
     SELECT p.office_id AS "officeId", d::date::text AS day
     FROM place p CROSS JOIN generate_series($3::date::timestamp, $4::date::timestamp, interval '1 day') d
     WHERE NOT EXISTS (
       SELECT FROM number_day n WHERE n.office_id = p.office_id AND n.day = d::date AND n.service = '')`,
    askedValues(asked, period),
  )
  return rows
}

/** Days of offices as a table, from the first two parameters of a statement. PERF: day by day; of spans the planner fears too much. */
const DAYS = `place AS MATERIALIZED (SELECT * FROM unnest($1::text[], $2::date[]) AS p (office_id, day))`

function dayValues(days: readonly OfficeDay[]): unknown[] {
  return [days.map(({ officeId }) => officeId), days.map(({ day }) => day)]
}

const COLUMNS = DAY_COLUMNS.join(', ')
const counts = DAY_COUNTS.map((name) => `'${name}', sum(l.${columnOf(name)})`).join(', ')
const spreadsBy = (name: (typeof DAY_SPREADS)[number]) => `
SELECT key, service, '${name}', jsonb_object_agg(value, times) FROM (
  SELECT key, service, value, count(*) AS times FROM (
    SELECT o.key, l.service, unnest(l.${columnOf(name)}) AS value FROM line l JOIN office o USING (office_id)) visit
  GROUP BY 1, 2, 3) spread GROUP BY 1, 2`
const TALLIES = `SELECT o.key, l.service, 'counts' AS kind, jsonb_build_object(${counts}) AS tally
FROM line l JOIN office o USING (office_id) GROUP BY 1, 2
UNION ALL ${DAY_SPREADS.map(spreadsBy).join(' UNION ALL ')}`

/** What a period comes to, by the keys of its offices: from the sums, and from the facts on the days without. */
export async function readTallies(
  client: PoolClient,
  { ids, keys }: AskedOffices,
  { from, until }: NumbersPeriod,
  gaps: readonly OfficeDay[],
): Promise<DayTally[]> {
  const { rows } = await client.query<DayTally>(
    `WITH ${DAYS},
     office AS MATERIALIZED (SELECT * FROM unnest($3::text[], $4::text[]) AS o (office_id, key)),
     line AS MATERIALIZED (
       SELECT ${DAY_COLUMNS.map((name) => `n.${name}`).join(', ')}
       FROM office o JOIN number_day n ON n.office_id = o.office_id AND n.day BETWEEN $5 AND $6
       UNION ALL ${DAY_ROWS})
     ${TALLIES}`,
    [...dayValues(gaps), ids, keys, from, until],
  )
  return rows
}

/** Counts days anew from the facts: what stood there goes, so that doing it twice is doing it once. */
export async function countDays(client: PoolClient, days: readonly OfficeDay[], now: Date): Promise<void> {
  await client.query(
    `WITH ${DAYS} DELETE FROM number_day n USING place p
     WHERE n.office_id = p.office_id AND n.day = p.day`,
    dayValues(days),
  )
  await client.query(
    `WITH ${DAYS} INSERT INTO number_day (${COLUMNS}, counted_at) SELECT ${COLUMNS}, $3::timestamptz FROM (${DAY_ROWS}) line`,
    [...dayValues(days), now],
  )
}
