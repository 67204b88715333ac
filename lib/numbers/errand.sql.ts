import type { Pool } from 'pg'
import type { NumbersPeriod } from '#lib/domain/numbers-period.ts'
import { type AskedOffices, askedValues, BEFORE, KEY, PER_KEY, PLACES, SINCE } from './asked.sql.ts'

// So far back an earlier visit is taken for one about the same matter; older ones have lost their people.
const SAME_MATTER_DAYS = 180

/** Whether the people of ticket `t` were here before for the same service, and then `and`. */
const earlier = (and: string) => `EXISTS (
  SELECT FROM party own
  JOIN party other ON other.person_index = own.person_index AND other.service = own.service
    AND other.appointment_id <> own.appointment_id
  JOIN ticket e ON e.appointment_id = other.appointment_id AND e.state <> 'undone'
  WHERE own.appointment_id = t.appointment_id AND e.date < t.date AND e.date >= t.date - ${SAME_MATTER_DAYS} AND ${and})`

const someMissing = (ticket: string) => `jsonb_array_length(${ticket}.materials->'missing') > 0`

export interface ErrandNumbers {
  readonly key: string
  /** Marriages registered after an appointment, and how many of them at the first visit. */
  readonly registered: number
  readonly atFirstVisit: number
  /** Visits at which papers were missing, and how many of them had been told so at an earlier visit already. */
  readonly told: number
  readonly toldAgain: number
}

/** How often people had to come: marriages done at once, and papers that were missing again (一次性告知). */
export async function readErrands(
  pool: Pool,
  asked: AskedOffices,
  period: NumbersPeriod,
): Promise<ErrandNumbers[]> {
  const { rows } = await pool.query<ErrandNumbers>(
    `WITH ${PLACES},
     p AS (
       SELECT p.key, t.service = 'MARRIAGE' AND t.outcome = 'registered' AS registered, ${someMissing('t')} AS told,
         CASE WHEN t.service = 'MARRIAGE' AND t.outcome = 'registered' THEN ${earlier('true')} END AS came_before,
         CASE WHEN ${someMissing('t')} THEN ${earlier(someMissing('e'))} END AS told_before
       FROM place p JOIN ticket t ON t.office_id = p.office_id AND t.date BETWEEN $3 AND $4
       WHERE t.appointment_id IS NOT NULL AND t.state <> 'undone')
     SELECT ${KEY}, count(*) FILTER (WHERE p.registered)::int AS registered,
       count(*) FILTER (WHERE p.registered AND NOT p.came_before)::int AS "atFirstVisit",
       count(*) FILTER (WHERE p.told)::int AS told,
       count(*) FILTER (WHERE p.told_before)::int AS "toldAgain"
     FROM p ${PER_KEY}`,
    askedValues(asked, period),
  )
  return rows
}

export interface CaseNumbers {
  readonly key: string
  readonly issued: number
  readonly withdrawn: number
  /** Whose window ended without a certificate. */
  readonly lapsed: number
  /** On how many days the couples of the issued ones came, all added up. */
  readonly caseVisits: number
}

/**
 * What became of the divorce cases that were closed in a period, and on how many days their couples came (实际跑动次数):
 * the day of the application, that of the certificate, and every other day on which an appointment of theirs was attended.
 * Somebody who walked in and was sent away is not known by name and so not counted.
 */
export async function readCases(
  pool: Pool,
  asked: AskedOffices,
  period: NumbersPeriod,
): Promise<CaseNumbers[]> {
  const { rows } = await pool.query<CaseNumbers>(
    `WITH ${PLACES},
     p AS (
       SELECT p.key, c.status, CASE WHEN c.status = 'issued' THEN (
         SELECT count(*) FROM (
           SELECT c.accepted_on AS day UNION SELECT (c.closed_at AT TIME ZONE 'Asia/Shanghai')::date
           UNION SELECT s.date FROM divorce_party d
             JOIN party ON party.person_index = d.person_index
               AND party.service IN ('DIVORCE_APPLICATION', 'DIVORCE_CERTIFICATE')
             JOIN appointment a ON a.id = party.appointment_id AND a.status = 'attended'
             JOIN slot s ON s.id = a.slot_id
           WHERE d.case_id = c.id AND s.date >= c.accepted_on - ${SAME_MATTER_DAYS}
             AND s.date <= (c.closed_at AT TIME ZONE 'Asia/Shanghai')::date) days) END AS visits
       FROM place p JOIN divorce_case c ON c.office_id = p.office_id AND c.closed_at >= ${SINCE} AND c.closed_at < ${BEFORE})
     SELECT ${KEY}, count(*) FILTER (WHERE p.status = 'issued')::int AS issued,
       count(*) FILTER (WHERE p.status = 'withdrawn')::int AS withdrawn,
       count(*) FILTER (WHERE p.status = 'lapsed')::int AS lapsed, COALESCE(sum(p.visits), 0)::int AS "caseVisits"
     FROM p ${PER_KEY}`,
    askedValues(asked, period),
  )
  return rows
}
