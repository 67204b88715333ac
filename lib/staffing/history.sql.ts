import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import { LEAD_BOUNDS, type PastHour } from '#lib/domain/forecast.ts'
import type { HalfDayPlaces } from '#lib/domain/half-day-advice.ts'
import type { MissRow } from '#lib/domain/miss-table.ts'
import type { Service } from '#lib/domain/service.ts'
import type { BookedHour } from '#lib/domain/week-forecast.ts'
import type { OfficeDays, Queryable } from './store.ts'

/** Couples of one service who came in one hour of a past day. */
interface CameHour extends PastHour {
  readonly service: Service
}

/** What is known of past days. */
export interface Past {
  readonly came: readonly CameHour[]
  readonly misses: readonly MissRow[]
}

// The class of a lead time (lib/domain/forecast.ts): its bounds belong to the lower class.
const LEAD = `width_bucket(s.date - (a.created_at AT TIME ZONE 'Asia/Shanghai')::date, $4::int[])`
const LEAD_STARTS = LEAD_BOUNDS.map((bound) => bound + 1)

// PERF: one walk over the appointments tells both who came in which hour and who stayed away. Whoever has a time counts
// at it, however early or late they were; whoever has none, when they took a number.
const PAST = `
SELECT s.date::text AS date, substr(s.start_time, 1, 2)::int AS hour, a.service, ${LEAD} AS lead,
  (count(*) FILTER (WHERE a.status = 'attended'))::int AS came, count(*)::int AS booked
FROM slot s JOIN appointment a ON a.slot_id = s.id
WHERE s.office_id = $1 AND s.date BETWEEN $2 AND $3 AND a.status IN ('attended', 'no-show')
GROUP BY GROUPING SETS ((1, 2, 3), (3, 4))
UNION ALL
SELECT t.date::text, EXTRACT(HOUR FROM t.created_at AT TIME ZONE 'Asia/Shanghai')::int, t.service, NULL, count(*)::int, 0
FROM ticket t
WHERE t.office_id = $1 AND t.date BETWEEN $2 AND $3 AND t.state <> 'undone' AND t.appointment_id IS NULL
GROUP BY 1, 2, 3`

/** Who came in each hour of past days, with a time or without, and who stayed away. */
export async function readPast(database: Queryable, days: OfficeDays): Promise<Past> {
  const { rows } = await database.query<CameHour & { readonly lead: number | null; readonly booked: number }>(
    PAST,
    [days.officeId, days.from, days.until, LEAD_STARTS],
  )
  return {
    came: rows
      .filter(({ date }) => date !== null)
      .map(({ date, hour, service, came }) => ({ date, hour, service, came })),
    misses: rows.flatMap(({ date, service, lead, booked, came }) =>
      date === null && lead !== null ? [{ service, lead, booked, missed: booked - came }] : [],
    ),
  }
}

/** How many couples came on each of these days, as far as anybody did. */
export async function readCameDays(
  database: Queryable,
  officeId: string,
  days: readonly CalendarDate[],
): Promise<{ readonly date: CalendarDate; readonly came: number }[]> {
  const { rows } = await database.query<{ date: CalendarDate; came: number }>(
    `SELECT date::text AS date, sum(came)::int AS came FROM (
       SELECT s.date, count(*) AS came FROM slot s JOIN appointment a ON a.slot_id = s.id
       WHERE s.office_id = $1 AND s.date = ANY($2::date[]) AND a.status = 'attended' GROUP BY 1
       UNION ALL
       SELECT t.date, count(*) FROM ticket t
       WHERE t.office_id = $1 AND t.date = ANY($2::date[]) AND t.state <> 'undone' AND t.appointment_id IS NULL GROUP BY 1
     ) days GROUP BY 1`,
    [officeId, days],
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
