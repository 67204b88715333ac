import { BEFORE, type DayPart, dayOf, SINCE } from './day-part.sql.ts'

// So far back an earlier visit is taken for one about the same matter; older ones have lost their people.
const SAME_MATTER_DAYS = 180

const someMissing = (ticket: string) => `jsonb_array_length(${ticket}.materials->'missing') > 0`

/**
 * On how many days before ticket `t` its people were here for the same service, and then `and`. PERF: that is asked last, of
 * what was found by the people: as a condition it seems rarer than they are, and the search begins with every earlier day.
 */
const earlierDays = (and: string) => `(SELECT count(DISTINCT e.date) FILTER (WHERE ${and}) FROM party own
  JOIN party other ON other.person_index = own.person_index AND other.service = own.service
    AND other.appointment_id <> own.appointment_id
  JOIN ticket e ON e.appointment_id = other.appointment_id AND e.state <> 'undone'
  WHERE own.appointment_id = t.appointment_id AND e.date < t.date AND e.date >= t.date - ${SAME_MATTER_DAYS})`

// PERF: materialised, since the planner would look for the earlier visits once per column.
/** How often people had to come: marriages done at once, and papers that were missing again (一次性告知). */
export const ERRANDS: DayPart = {
  counts: ['registered', 'atFirstVisit', 'marriageVisits', 'told', 'toldAgain'],
  spreads: [],
  sql: `SELECT v.office_id, v.date AS day, v.service, count(v.earlier) AS registered,
      count(*) FILTER (WHERE v.earlier = 0) AS at_first_visit, COALESCE(sum(v.earlier + 1), 0) AS marriage_visits,
      count(v.told_earlier) AS told, count(*) FILTER (WHERE v.told_earlier > 0) AS told_again
    FROM (
      WITH visit AS MATERIALIZED (
        SELECT t.office_id, t.date, t.service,
        CASE WHEN t.service = 'MARRIAGE' AND t.outcome = 'registered' THEN ${earlierDays('true')} END AS earlier,
        CASE WHEN ${someMissing('t')} THEN ${earlierDays(someMissing('e'))} END AS told_earlier
      FROM place p JOIN ticket t ON t.office_id = p.office_id AND t.date = p.day
      WHERE t.appointment_id IS NOT NULL AND t.state <> 'undone')
      SELECT * FROM visit) v
    GROUP BY 1, 2, 3`,
}

/**
 * What became of the divorce cases that were closed on a day, and on how many days their couples came (实际跑动次数): the
 * day of the application, that of the certificate, and every other day on which an appointment of theirs was attended.
 * Somebody who walked in and was sent away is not known by name and so not counted.
 */
export const CASES: DayPart = {
  counts: ['issued', 'withdrawn', 'lapsed', 'caseVisits'],
  spreads: [],
  sql: `SELECT c.office_id, c.day, '' AS service, count(*) FILTER (WHERE c.status = 'issued') AS issued,
      count(*) FILTER (WHERE c.status = 'withdrawn') AS withdrawn,
      count(*) FILTER (WHERE c.status = 'lapsed') AS lapsed, COALESCE(sum(c.visits), 0) AS case_visits
    FROM (
      WITH closed AS MATERIALIZED (
      SELECT c.office_id, ${dayOf('c.closed_at')} AS day, c.status, CASE WHEN c.status = 'issued' THEN (
        SELECT count(*) FROM (
          SELECT c.accepted_on AS day UNION SELECT ${dayOf('c.closed_at')}
          UNION SELECT s.date FROM divorce_party d
            JOIN party ON party.person_index = d.person_index
              AND party.service IN ('DIVORCE_APPLICATION', 'DIVORCE_CERTIFICATE')
            JOIN appointment a ON a.id = party.appointment_id AND a.status = 'attended'
            JOIN slot s ON s.id = a.slot_id
          WHERE d.case_id = c.id AND s.date >= c.accepted_on - ${SAME_MATTER_DAYS}
            AND s.date <= ${dayOf('c.closed_at')}) days) END AS visits
      FROM place p JOIN divorce_case c ON c.office_id = p.office_id AND c.closed_at >= ${SINCE} AND c.closed_at < ${BEFORE})
      SELECT * FROM closed) c
    GROUP BY 1, 2`,
}
