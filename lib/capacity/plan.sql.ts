import type { Pool, PoolClient } from 'pg'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { OfficePlan } from '#lib/domain/capacity-change.ts'
import type { OfficePlace } from '#lib/domain/permissions.ts'

export type Queryable = Pick<Pool | PoolClient, 'query'>

export interface Days {
  readonly from: CalendarDate
  /** Last day. */
  readonly until: CalendarDate
}

/** Where an office lies, for the question who may change it. */
export async function findPlace(queryable: Queryable, officeId: string): Promise<OfficePlace | undefined> {
  const { rows } = await queryable.query<OfficePlace>(
    'SELECT id, region_code AS "regionCode" FROM office WHERE id = $1',
    [officeId],
  )
  return rows[0]
}

/** Where offices lie. */
export async function listPlaces(queryable: Queryable, officeIds: readonly string[]): Promise<OfficePlace[]> {
  const { rows } = await queryable.query<OfficePlace>(
    'SELECT id, region_code AS "regionCode" FROM office WHERE id = ANY($1)',
    [officeIds],
  )
  return rows
}

/** The offices that have times on one of these days. */
export async function listOfficesWithSlots(
  queryable: Queryable,
  dates: readonly CalendarDate[],
): Promise<string[]> {
  const { rows } = await queryable.query<{ id: string }>(
    `SELECT o.id FROM office o WHERE EXISTS (SELECT FROM slot s WHERE s.office_id = o.id AND s.date = ANY($1::date[])) ORDER BY 1`,
    [dates],
  )
  return rows.map(({ id }) => id)
}

/** Changes of one office are made one after the other, and none while the calendar of all is changed. */
export async function lockOffice(client: PoolClient, officeId: string): Promise<void> {
  await client.query(`SELECT pg_advisory_xact_lock_shared(hashtextextended('capacity of all', 0))`)
  await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('capacity ' || $1, 0))`, [officeId])
}

/** While the calendar is changed, no office changes anything. */
export async function lockAllOffices(client: PoolClient): Promise<void> {
  await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('capacity of all', 0))`)
}

/** Nobody takes a seat of these days until the end of the transaction; in the order in which every booking locks. */
export async function lockDays(client: PoolClient, officeId: string, days: Days): Promise<void> {
  await client.query(
    'SELECT FROM slot WHERE office_id = $1 AND date BETWEEN $2 AND $3 ORDER BY id FOR NO KEY UPDATE',
    [officeId, days.from, days.until],
  )
}

/** The plan of an office: its lanes with their rules, and the days of its own and closures from a day on. */
export async function readOfficePlan(
  queryable: Queryable,
  officeId: string,
  from: CalendarDate,
): Promise<OfficePlan> {
  return (
    (await readOfficePlans(queryable, [officeId], from)).get(officeId) ?? {
      lanes: [],
      closures: [],
    }
  )
}

type OfOffice<Row> = Row & { readonly officeId: string }

/** The plans of many offices by their ids, with as many questions as for one. */
export async function readOfficePlans(
  queryable: Queryable,
  officeIds: readonly string[],
  from: CalendarDate,
): Promise<Map<string, OfficePlan>> {
  const asked = [officeIds, from]
  const lanes = await queryable.query<OfOffice<OfficePlan['lanes'][number]>>(LANES, asked)
  const closures = await queryable.query<OfOffice<OfficePlan['closures'][number]>>(CLOSURES, asked)
  const stops = await queryable.query<OfOffice<Pick<OfficePlan, 'stops'>>>(STOPS, asked)
  const lanesOf = Map.groupBy(lanes.rows, ({ officeId }) => officeId)
  const closuresOf = Map.groupBy(closures.rows, ({ officeId }) => officeId)
  return new Map(
    stops.rows.map(({ officeId, ...stop }) => {
      const own = lanesOf.get(officeId) ?? []
      const closed = closuresOf.get(officeId) ?? []
      return [
        officeId,
        {
          ...stop,
          lanes: own.map(({ officeId: _, ...lane }) => lane),
          closures: closed.map(({ officeId: _, laneId, ...closure }) =>
            laneId ? { ...closure, laneId } : closure,
          ),
        },
      ]
    }),
  )
}

const HOURS = (row: string) => `'opens', ${row}.opens, 'closes', ${row}.closes, 'windows', ${row}.windows,
      'publicPercent', ${row}.public_percent, 'walkInPercent', ${row}.walk_in_percent, 'breaks', ${row}.breaks`

const LANES = `
SELECT l.office_id AS "officeId", l.id, l.name, l.version, l.services, l.slot_minutes AS "slotMinutes",
  COALESCE((SELECT json_agg(json_strip_nulls(json_build_object(${HOURS('r')},
      'weekdays', r.weekdays, 'everyWeeks', r.every_weeks, 'nthOfMonth', r.nth_of_month,
      'worksOnRestDay', r.works_on_rest_day, 'validFrom', r.valid_from, 'validTo', r.valid_to)) ORDER BY r.id)
    FROM opening_rule r WHERE r.lane_id = l.id), '[]') AS rules,
  COALESCE((SELECT json_agg(json_build_object('date', d.date, 'replaces', d.replaces, ${HOURS('d')}) ORDER BY d.id)
    FROM service_day d WHERE d.lane_id = l.id AND d.date >= $2::date), '[]') AS "serviceDays"
FROM lane l WHERE l.office_id = ANY($1) ORDER BY l.office_id, l.position, l.id`

const STOPS = `
SELECT o.id AS "officeId", CASE WHEN o.tier = 'mobile' THEN COALESCE((
  SELECT json_agg(json_build_object('date', t.date, 'opens', t.opens, 'closes', t.closes) ORDER BY t.date, t.opens)
  FROM stop t WHERE t.office_id = o.id AND t.date >= $2::date), '[]') END AS stops
FROM office o WHERE o.id = ANY($1)`

const CLOSURES = `
SELECT office_id AS "officeId", id, lane_id AS "laneId", "from"::text AS "from", until::text AS until, kind
FROM closure WHERE office_id = ANY($1) AND until >= $2::date ORDER BY "from", id`
