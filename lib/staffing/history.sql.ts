import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import { LEAD_BOUNDS, type PastHour } from '#lib/domain/forecast.ts'
import type { HalfDayPlaces } from '#lib/domain/half-day-advice.ts'
import type { MeasuredService } from '#lib/domain/hour-advice.ts'
import type { MissRow } from '#lib/domain/miss-table.ts'
import type { Service } from '#lib/domain/service.ts'
import type { BookedHour } from '#lib/domain/week-forecast.ts'
import type { OfficeDays, Queryable } from './store.ts'

/** Couples of one service who came in one hour of a past day. */
interface CameHour extends PastHour {
  readonly service: Service
}

// Who comes early is there for their time: before it nobody counts on them. Who came without a number at a desk that
// gives none, and was recorded as attended, came at their time.
const CAME = `
numbers AS MATERIALIZED (
  SELECT t.date, t.service, t.appointment_id, t.created_at AT TIME ZONE 'Asia/Shanghai' AS came_at
  FROM ticket t WHERE t.office_id = $1 AND t.date = ANY($2::date[]) AND t.state <> 'undone'
),
times AS MATERIALIZED (
  SELECT a.id, a.service, a.status, s.date, s.start_time FROM slot s JOIN appointment a ON a.slot_id = s.id
  WHERE s.office_id = $1 AND s.date = ANY($2::date[]) AND a.status IN ('attended', 'confirmed')
),
came AS (
  SELECT n.date, n.service,
    GREATEST(EXTRACT(HOUR FROM n.came_at)::int, COALESCE(substr(x.start_time, 1, 2)::int, 0)) AS hour
  FROM numbers n LEFT JOIN times x ON x.id = n.appointment_id
  UNION ALL
  SELECT x.date, x.service, substr(x.start_time, 1, 2)::int
  FROM times x LEFT JOIN numbers n ON n.appointment_id = x.id
  WHERE x.status = 'attended' AND n.appointment_id IS NULL
)`

/** How many couples came on these days, hour by hour, with an appointment or without. */
export async function readCame(
  database: Queryable,
  officeId: string,
  days: readonly CalendarDate[],
): Promise<CameHour[]> {
  const { rows } = await database.query<CameHour>(
    `WITH ${CAME}
     SELECT date::text AS date, hour, service, count(*)::int AS came FROM came GROUP BY 1, 2, 3`,
    [officeId, days],
  )
  return rows
}

// The class of a lead time (lib/domain/forecast.ts): its bounds belong to the lower class.
const LEAD = `width_bucket(s.date - (a.created_at AT TIME ZONE 'Asia/Shanghai')::date, $4::int[])`
const LEAD_STARTS = LEAD_BOUNDS.map((bound) => bound + 1)

export async function readMisses(database: Queryable, days: OfficeDays): Promise<MissRow[]> {
  const { rows } = await database.query<MissRow>(
    `SELECT a.service, ${LEAD} AS lead, count(*)::int AS booked,
       (count(*) FILTER (WHERE a.status = 'no-show'))::int AS missed
     FROM slot s JOIN appointment a ON a.slot_id = s.id
     WHERE s.office_id = $1 AND s.date BETWEEN $2 AND $3 AND a.status IN ('attended', 'no-show') GROUP BY 1, 2`,
    [days.officeId, days.from, days.until, LEAD_STARTS],
  )
  return rows
}

export async function readBooked(database: Queryable, days: OfficeDays): Promise<BookedHour[]> {
  const { rows } = await database.query<BookedHour>(
    `SELECT s.date::text AS date, substr(s.start_time, 1, 2)::int AS hour, a.service, ${LEAD} AS lead, count(*)::int AS booked
     FROM slot s JOIN appointment a ON a.slot_id = s.id
     WHERE s.office_id = $1 AND s.date BETWEEN $2 AND $3 AND a.status IN ('awaiting-partner', 'confirmed')
     GROUP BY 1, 2, 3, 4`,
    [days.officeId, days.from, days.until, LEAD_STARTS],
  )
  return rows
}

/** The handling times of a service. */
interface MeasuredRow extends MeasuredService {
  readonly service: Service
}

/** Nobody is served for so long: somebody forgot to press the key. */
const LONGEST_MINUTES = 180

/**
 * How long finished visits took at the windows, from the steps of their numbers: all the time in which they were being
 * served, without the time in which they were put aside.
 */
export async function readHandling(database: Queryable, days: OfficeDays): Promise<MeasuredRow[]> {
  const { rows } = await database.query<MeasuredRow>(
    `WITH steps AS (
       SELECT t.id, t.service, e.state, e.at, lead(e.at) OVER (PARTITION BY e.ticket_id ORDER BY e.at, e.id) AS until
       FROM ticket t JOIN ticket_event e ON e.ticket_id = t.id
       WHERE t.office_id = $1 AND t.date BETWEEN $2 AND $3 AND t.state = 'done'
     ),
     visits AS (
       SELECT service, (EXTRACT(EPOCH FROM sum(until - at)) / 60)::float8 AS minutes
       FROM steps WHERE state = 'serving' GROUP BY id, service
     )
     SELECT service, count(*)::int AS visits, avg(minutes) AS mean, var_pop(minutes) AS variance
     FROM visits WHERE minutes > 0 AND minutes <= $4 GROUP BY service`,
    [days.officeId, days.from, days.until, LONGEST_MINUTES],
  )
  return rows
}

/** The places on offer, by half days; those of some lanes where they are told. */
export async function readPlaces(
  database: Queryable,
  days: OfficeDays,
  laneId: string | undefined,
): Promise<HalfDayPlaces[]> {
  const { rows } = await database.query<HalfDayPlaces>(
    `SELECT date::text AS date, start_time < '12:00' AS "isMorning", sum(COALESCE(planned_capacity, capacity))::int AS places
     FROM slot WHERE office_id = $1 AND date BETWEEN $2 AND $3 AND open AND ($4::text IS NULL OR lane_id = $4)
     GROUP BY 1, 2 ORDER BY 1, 2 DESC`,
    [days.officeId, days.from, days.until, laneId ?? null],
  )
  return rows
}
