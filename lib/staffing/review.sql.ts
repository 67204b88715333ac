import type { DayReview } from '#lib/domain/day-review.ts'
import type { OfficeDays, Queryable } from './store.ts'

const REVIEW = `
WITH places AS (
  SELECT s.date, sum(COALESCE(s.planned_capacity, s.capacity))::int AS places,
    sum(COALESCE(s.planned_capacity, s.capacity)
      * (EXTRACT(EPOCH FROM (s.end_time::time - s.start_time::time)) / 60))::int AS minutes
  FROM slot s WHERE s.office_id = $1 AND s.date BETWEEN $2 AND $3 AND s.open GROUP BY 1
),
times AS MATERIALIZED (
  SELECT a.id, a.status, s.date, s.start_time FROM slot s JOIN appointment a ON a.slot_id = s.id
  WHERE s.office_id = $1 AND s.date BETWEEN $2 AND $3 AND a.status IN ('awaiting-partner', 'confirmed', 'attended', 'no-show')
),
numbers AS MATERIALIZED (
  SELECT t.id, t.date, t.appointment_id, t.created_at FROM ticket t
  WHERE t.office_id = $1 AND t.date BETWEEN $2 AND $3 AND t.state <> 'undone'
),
booked AS (
  SELECT x.date, count(*)::int AS booked,
    (count(*) FILTER (WHERE x.status = 'attended' OR (x.status <> 'no-show' AND n.id IS NOT NULL)))::int AS attended,
    (count(*) FILTER (WHERE x.status = 'no-show'))::int AS missed,
    (count(*) FILTER (WHERE x.status NOT IN ('attended', 'no-show') AND n.id IS NULL))::int AS unknown
  FROM times x LEFT JOIN numbers n ON n.appointment_id = x.id GROUP BY 1
),
steps AS (
  SELECT n.id, n.date, e.event, e.state, e.at, lead(e.at) OVER (PARTITION BY n.id ORDER BY e.at, e.id) AS until
  FROM numbers n JOIN ticket_event e ON e.ticket_id = n.id
),
worked AS (
  SELECT date, (EXTRACT(EPOCH FROM sum(until - at) FILTER (WHERE state = 'serving')) / 60)::int AS minutes FROM steps GROUP BY 1
),
waited AS (
  SELECT n.date, EXTRACT(EPOCH FROM min(e.at)
      - GREATEST(n.created_at, (x.date + x.start_time::time) AT TIME ZONE 'Asia/Shanghai')) / 60 AS minutes
  FROM numbers n JOIN steps e ON e.id = n.id AND e.event = 'call' LEFT JOIN times x ON x.id = n.appointment_id
  GROUP BY n.id, n.date, n.created_at, x.date, x.start_time
),
waits AS (SELECT date, avg(GREATEST(minutes, 0))::float8 AS minutes FROM waited GROUP BY 1),
walked AS (SELECT date, count(*)::int AS count FROM numbers WHERE appointment_id IS NULL GROUP BY 1)
SELECT d::date::text AS date, COALESCE(p.places, 0) AS places, COALESCE(p.minutes, 0) AS "minutesPlanned",
  COALESCE(b.booked, 0) AS booked, COALESCE(b.attended, 0) AS attended, COALESCE(b.missed, 0) AS missed,
  COALESCE(b.unknown, 0) AS unknown, COALESCE(k.count, 0) AS "walkIns", COALESCE(w.minutes, 0) AS "minutesUsed",
  q.minutes AS "meanWait"
FROM generate_series($2::date, $3::date, interval '1 day') d
LEFT JOIN places p ON p.date = d::date LEFT JOIN booked b ON b.date = d::date LEFT JOIN worked w ON w.date = d::date
LEFT JOIN waits q ON q.date = d::date LEFT JOIN walked k ON k.date = d::date
ORDER BY d`

/** The past days of a period, each as it was planned, booked and worked. */
export async function readReview(database: Queryable, days: OfficeDays): Promise<DayReview[]> {
  const { rows } = await database.query<DayReview>(REVIEW, [days.officeId, days.from, days.until])
  return rows.map(({ meanWait, ...row }) => ({ ...row, meanWait: meanWait ?? undefined }))
}
