import type { Pool } from 'pg'
import type { NumbersPeriod } from '#lib/domain/numbers-period.ts'
import { type AskedOffices, askedValues, BEFORE, KEY, PER_KEY, PLACES, SINCE } from './asked.sql.ts'

/** How many gave each level, 5 very satisfied … 1 very dissatisfied. */
export interface RatingNumbers {
  readonly key: string
  readonly level5: number
  readonly level4: number
  readonly level3: number
  readonly level2: number
  readonly level1: number
}

/** The ratings of a period, without those that an upheld appeal has taken out. */
export async function readRatingNumbers(
  pool: Pool,
  asked: AskedOffices,
  period: NumbersPeriod,
): Promise<RatingNumbers[]> {
  const level = (of: number) => `count(*) FILTER (WHERE r.level = ${of})::int AS level${of}`
  const { rows } = await pool.query<RatingNumbers>(
    `WITH ${PLACES}
     SELECT ${KEY}, ${[5, 4, 3, 2, 1].map(level).join(', ')}
     FROM place p JOIN rating r ON r.office_id = p.office_id AND r.rated_at >= ${SINCE} AND r.rated_at < ${BEFORE}
     WHERE r.level > 2 OR r.appeal_answer IS DISTINCT FROM 'upheld' ${PER_KEY}`,
    askedValues(asked, period),
  )
  return rows
}
