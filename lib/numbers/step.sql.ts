import type { Pool } from 'pg'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { CountedEvent } from '#lib/domain/journey-count.ts'
import type { NumbersPeriod } from '#lib/domain/numbers-period.ts'

/** So many journeys more came to a step. */
export interface StepTally {
  readonly day: CalendarDate
  /** Empty before a place is chosen. */
  readonly officeId: string
  readonly service: string
  readonly step: CountedEvent
  readonly detail: string
  readonly count: number
}

/** Adds to the counts of the days, all in one statement and always in the same order: two processes never wait in a ring. */
export async function addSteps(pool: Pool, tallies: readonly StepTally[]): Promise<void> {
  await pool.query(
    `INSERT INTO step_count (day, office_id, service, step, detail, count)
     SELECT day, "officeId", service, step, detail, count
     FROM json_to_recordset($1) AS t (day date, "officeId" text, service text, step text, detail text, count int)
     ORDER BY 1, 2, 3, 4, 5
     ON CONFLICT (day, office_id, service, step, detail) DO UPDATE SET count = step_count.count + excluded.count`,
    [JSON.stringify(tallies)],
  )
}

/** How many journeys came to each step in a period; of offices alone what was counted once a place was chosen. */
export async function readSteps(
  pool: Pool,
  officeIds: readonly string[] | undefined,
  { from, until }: NumbersPeriod,
): Promise<ReadonlyMap<CountedEvent, number>> {
  const { rows } = await pool.query<{ step: CountedEvent; count: number }>(
    officeIds
      ? `SELECT c.step, sum(c.count)::int AS count FROM unnest($3::text[]) AS o (id)
         JOIN step_count c ON c.office_id = o.id AND c.day BETWEEN $1 AND $2 GROUP BY c.step`
      : 'SELECT step, sum(count)::int AS count FROM step_count WHERE day BETWEEN $1 AND $2 GROUP BY step',
    officeIds ? [from, until, officeIds] : [from, until],
  )
  return new Map(rows.map(({ step, count }) => [step, count]))
}

/** Deletes the counts of days before this one. Returns how many. */
export async function deleteSteps(pool: Pool, before: CalendarDate): Promise<number> {
  const { rowCount } = await pool.query('DELETE FROM step_count WHERE day < $1', [before])
  return rowCount ?? 0
}
