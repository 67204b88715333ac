import type { Pool } from 'pg'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { NumbersPeriod } from '#lib/domain/numbers-period.ts'
import { type AskedOffices, askedValues, PLACES } from './asked.sql.ts'
import type { DayPart } from './day-part.sql.ts'

/** Places on offer and seats taken; of a time that was closed only who kept theirs. */
const SEATS = `COALESCE(sum(s.capacity) FILTER (WHERE s.open), 0)::int AS places, COALESCE(sum(s.taken), 0)::int AS taken`

/** How full a day was. */
export const LOAD: DayPart = {
  counts: ['places', 'taken'],
  spreads: [],
  sql: `SELECT s.office_id, s.date AS day, '' AS service, ${SEATS}
    FROM place p JOIN slot s ON s.office_id = p.office_id AND s.date = p.day GROUP BY 1, 2`,
}

export interface DayLoad {
  readonly date: CalendarDate
  readonly places: number
  readonly taken: number
}

/** How full the days are, for all offices together; days without slots have no line. */
export async function readLoad(
  pool: Pool,
  asked: AskedOffices,
  days: Pick<NumbersPeriod, 'from' | 'until'>,
): Promise<DayLoad[]> {
  const { rows } = await pool.query<DayLoad>(
    `WITH ${PLACES}
     SELECT s.date::text AS date, ${SEATS}
     FROM place p JOIN slot s ON s.office_id = p.office_id AND s.date BETWEEN $3 AND $4
     GROUP BY s.date ORDER BY s.date`,
    askedValues(asked, days),
  )
  return rows
}
