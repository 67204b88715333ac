import { BEFORE, type DayPart, dayOf, SINCE } from './day-part.sql.ts'

const LEVELS = [5, 4, 3, 2, 1] as const

/** The ratings given on a day, without those that an upheld appeal has taken out. */
export const RATINGS: DayPart = {
  counts: LEVELS.map((level) => `level${level}` as const),
  spreads: [],
  sql: `SELECT r.office_id, ${dayOf('r.rated_at')} AS day, '' AS service,
      ${LEVELS.map((level) => `count(*) FILTER (WHERE r.level = ${level}) AS level${level}`).join(', ')}
    FROM place p JOIN rating r ON r.office_id = p.office_id AND r.rated_at >= ${SINCE} AND r.rated_at < ${BEFORE}
    WHERE r.level > 2 OR r.appeal_answer IS DISTINCT FROM 'upheld' GROUP BY 1, 2`,
}
