import type { Pool } from '#lib/db/pool.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { LocalizedText } from '#lib/domain/localized-text.ts'
import type { OfficePlace } from '#lib/domain/permissions.ts'
import type { OfficeTier } from '#lib/domain/place.ts'
import type { Service } from '#lib/domain/service.ts'

type Queryable = Pick<Pool, 'query'>

/** Days from the first to the last, both included. */
export interface Days {
  readonly from: CalendarDate
  readonly until: CalendarDate
}

export interface WeekLane {
  readonly id: string
  readonly name: LocalizedText
  readonly services: readonly Service[]
}

/** The seats of one lane in one hour of a day. */
export interface HourSeats {
  readonly laneId: string
  readonly date: CalendarDate
  /** `09` for all that begins from 09:00 to 09:59. */
  readonly hour: string
  readonly taken: number
  /** What is open, and what is taken in times that are no longer open. */
  readonly total: number
}

/** How many appointments for a service lie in an hour. */
export interface HourService {
  readonly laneId: string
  readonly date: CalendarDate
  readonly hour: string
  readonly service: Service
  readonly count: number
}

/** Why a day is not like any other. */
export interface DayMark {
  readonly date: CalendarDate
  readonly kind: 'holiday' | 'makeup-workday' | 'closed' | 'stopped' | 'special'
  readonly reason: LocalizedText
  /** Only one lane; otherwise the whole office. */
  readonly laneId: string | null
}

/** Where an office lies, and what it is called; undefined when there is none of this id. */
export async function findPlaceOf(
  database: Queryable,
  officeId: string,
): Promise<(OfficePlace & { readonly name: LocalizedText }) | undefined> {
  const { rows } = await database.query(
    'SELECT id, name, region_code AS "regionCode" FROM office WHERE id = $1',
    [officeId],
  )
  return rows[0]
}

export async function readWeekLanes(database: Queryable, officeId: string): Promise<WeekLane[]> {
  const { rows } = await database.query<WeekLane>(
    'SELECT id, name, services FROM lane WHERE office_id = $1 ORDER BY position, id',
    [officeId],
  )
  return rows
}

/** Seats by lane, day and hour. */
export async function readHourSeats(
  database: Queryable,
  { officeId, from, until }: Days & { readonly officeId: string },
): Promise<HourSeats[]> {
  const { rows } = await database.query<HourSeats>({
    name: 'week seats',
    text: `
SELECT lane_id AS "laneId", date::text AS date, left(start_time, 2) AS hour, sum(taken)::int AS taken,
  sum(CASE WHEN open THEN capacity ELSE taken END)::int AS total
FROM slot WHERE office_id = $1 AND date BETWEEN $2 AND $3
GROUP BY 1, 2, 3 HAVING sum(CASE WHEN open THEN capacity ELSE taken END) > 0`,
    values: [officeId, from, until],
  })
  return rows
}

/** Appointments that hold their seat or have used it, by lane, day, hour and service. */
export async function readHourServices(
  database: Queryable,
  { officeId, from, until }: Days & { readonly officeId: string },
): Promise<HourService[]> {
  const { rows } = await database.query<HourService>({
    name: 'week services',
    text: `
SELECT s.lane_id AS "laneId", s.date::text AS date, left(s.start_time, 2) AS hour, a.service, count(*)::int AS count
FROM slot s JOIN appointment a ON a.slot_id = s.id
WHERE s.office_id = $1 AND s.date BETWEEN $2 AND $3 AND a.status NOT IN ('declined', 'expired', 'cancelled')
GROUP BY 1, 2, 3, 4`,
    values: [officeId, from, until],
  })
  return rows
}

/** What the days are beside ordinary ones: holidays, closures, stopped days, hours of their own. */
export async function readDayMarks(
  database: Queryable,
  { officeId, from, until }: Days & { readonly officeId: string },
): Promise<DayMark[]> {
  const { rows } = await database.query<DayMark>({
    name: 'week marks',
    text: `
SELECT date::text AS date, kind, name AS reason, NULL AS "laneId" FROM calendar_day WHERE date BETWEEN $2 AND $3
UNION ALL
SELECT day::date::text, c.kind, c.reason, c.lane_id
FROM closure c, generate_series(greatest(c."from", $2), least(c."until", $3), '1 day') day WHERE c.office_id = $1
UNION ALL
(SELECT DISTINCT ON (d.lane_id, d.date) d.date::text, 'special', d.reason, d.lane_id
 FROM service_day d JOIN lane l ON l.id = d.lane_id WHERE l.office_id = $1 AND d.date BETWEEN $2 AND $3)
ORDER BY 1, 2`,
    values: [officeId, from, until],
  })
  return rows
}

/** One day of an office among others. */
interface OfficeDay {
  readonly date: CalendarDate
  readonly taken: number
  readonly total: number
}

/** A row of the board of many offices. */
export interface OfficeWeek extends OfficePlace {
  readonly name: LocalizedText
  readonly tier: OfficeTier
  readonly onlineBooking: boolean
  readonly days: readonly OfficeDay[]
  readonly closures: readonly (Days & {
    readonly kind: 'closed' | 'stopped'
    readonly reason: LocalizedText
    readonly laneId: string | null
  })[]
}

/**
 * The weeks of the offices of a region, in one query; `prefix` is the beginning of their region code. `offices` tells how
 * many there are on all pages together.
 */
export async function readOfficeWeeks(
  database: Queryable,
  wish: Days & { readonly prefix: string; readonly skip: number; readonly most: number },
): Promise<(OfficeWeek & { readonly offices: number })[]> {
  const { rows } = await database.query({
    name: 'weeks of offices',
    text: `
SELECT o.id, o.name, o.tier, o.region_code AS "regionCode", o.online_booking AS "onlineBooking",
  count(*) OVER ()::int AS offices,
  COALESCE((SELECT json_agg(d) FROM (
    SELECT date, sum(taken)::int AS taken, sum(CASE WHEN open THEN capacity ELSE taken END)::int AS total
    FROM slot WHERE office_id = o.id AND date BETWEEN $2 AND $3 GROUP BY date) d), '[]') AS days,
  COALESCE((SELECT json_agg(json_build_object('from', c."from", 'until', c."until", 'kind', c.kind, 'reason', c.reason,
      'laneId', c.lane_id) ORDER BY c."from")
    FROM closure c WHERE c.office_id = o.id AND c."from" <= $3 AND c."until" >= $2), '[]') AS closures
FROM office o
WHERE o.region_code LIKE $1 || '%' AND (o.closed_on IS NULL OR o.closed_on > $2)
ORDER BY o.region_code, o.position, o.id OFFSET $4 LIMIT $5`,
    values: [wish.prefix, wish.from, wish.until, wish.skip, wish.most],
  })
  return rows
}
