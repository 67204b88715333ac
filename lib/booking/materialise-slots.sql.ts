import type { Pool, PoolClient } from 'pg'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { Quota } from '#lib/domain/quota.ts'
import type { Service } from '#lib/domain/service.ts'
import type { PlannedLane, PlannedSlot, ServiceDay } from '#lib/domain/slot-plan.ts'

export type Queryable = Pick<Pool | PoolClient, 'query'>

/** A lane with all that decides about its slots. */
export interface LanePlan extends PlannedLane {
  readonly id: string
  readonly officeId: string
  readonly services: readonly Service[]
  readonly quotas: readonly Quota[]
  readonly serviceDays: readonly ServiceDay[]
}

/** A planned slot of a lane. */
export interface SlotRow extends PlannedSlot {
  readonly laneId: string
  readonly officeId: string
  /** A quota counts here beside the windows. */
  readonly limited: boolean
}

/** Which lanes: all, or only these; by their ids after `after`, so many at once. */
export interface LaneWish {
  readonly service?: Service | undefined
  readonly officeIds?: readonly string[] | undefined
  readonly after?: string | undefined
  readonly most: number
}

export interface Period {
  readonly from: CalendarDate
  /** Last day. */
  readonly until: CalendarDate
}

/** Lanes with their rules, and with the closures (of their office or their own), service days and quotas that touch the period. */
export async function readLanePlans(
  queryable: Queryable,
  period: Period,
  wish: LaneWish,
): Promise<LanePlan[]> {
  const { rows } = await queryable.query<StoredPlan>(LANE_PLANS, [
    period.from,
    period.until,
    wish.service ?? null,
    wish.officeIds ?? null,
    wish.after ?? '',
    wish.most,
  ])
  return rows.map((row) => ({ ...row, serviceDays: row.serviceDays.map(withRelease) }))
}

type StoredDay = Omit<ServiceDay, 'releaseAt'> & { readonly releaseAt?: string }

interface StoredPlan extends Omit<LanePlan, 'serviceDays'> {
  readonly serviceDays: readonly StoredDay[]
}

function withRelease({ releaseAt, ...day }: StoredDay): ServiceDay {
  return releaseAt === undefined ? day : { ...day, releaseAt: new Date(releaseAt) }
}

const LANE_PLANS = `
SELECT l.id, l.office_id AS "officeId", l.services, l.slot_minutes AS "slotMinutes",
  COALESCE((SELECT json_agg(json_strip_nulls(json_build_object(
      'weekdays', r.weekdays, 'opens', r.opens, 'closes', r.closes, 'windows', r.windows, 'breaks', r.breaks,
      'publicPercent', r.public_percent, 'walkInPercent', r.walk_in_percent,
      'everyWeeks', r.every_weeks, 'nthOfMonth', r.nth_of_month, 'worksOnRestDay', r.works_on_rest_day,
      'validFrom', r.valid_from, 'validTo', r.valid_to)) ORDER BY r.id)
    FROM opening_rule r WHERE r.lane_id = l.id), '[]') AS rules,
  COALESCE((SELECT json_agg(json_build_object('from', c."from", 'until', c."until", 'kind', c.kind))
    FROM (SELECT "from", "until", kind FROM closure WHERE office_id = l.office_id AND (lane_id IS NULL OR lane_id = l.id)
      UNION ALL SELECT o.closed_on, $2::date, 'closed' FROM office o WHERE o.id = l.office_id AND o.closed_on <= $2::date) c
    WHERE c."from" <= $2::date AND c."until" >= $1::date), '[]') AS closures,
  COALESCE((SELECT json_agg(json_strip_nulls(json_build_object('date', d.date, 'opens', d.opens, 'closes', d.closes,
      'windows', d.windows, 'publicPercent', d.public_percent, 'walkInPercent', d.walk_in_percent, 'breaks', d.breaks,
      'replaces', d.replaces, 'releaseAt', d.release_at)) ORDER BY d.id)
    FROM service_day d WHERE d.lane_id = l.id AND d.date BETWEEN $1::date AND $2::date), '[]') AS "serviceDays",
  COALESCE((SELECT json_agg(json_strip_nulls(json_build_object('services', q.services, 'laneIds', q.lane_ids,
      'weekdays', q.weekdays, 'validFrom', q.valid_from, 'validTo', q.valid_to)))
    FROM quota q WHERE q.office_id = l.office_id AND q.valid_from <= $2::date
      AND (q.valid_to IS NULL OR q.valid_to >= $1::date)), '[]') AS quotas,
  CASE WHEN f.tier = 'mobile' THEN COALESCE((
    SELECT json_agg(json_build_object('date', t.date, 'opens', t.opens, 'closes', t.closes) ORDER BY t.date, t.opens)
    FROM stop t WHERE t.office_id = f.id AND t.date BETWEEN $1::date AND $2::date), '[]') END AS stops
FROM lane l JOIN office f ON f.id = l.office_id
WHERE ($3::text IS NULL OR $3 = ANY(l.services)) AND ($4::text[] IS NULL OR l.office_id = ANY($4)) AND l.id > $5
ORDER BY l.id LIMIT $6`

/** The days that have places whose release fell between two instants, with their offices. */
export async function readReleases(
  queryable: Queryable,
  wish: { readonly since: Date; readonly now: Date },
): Promise<{ readonly date: CalendarDate; readonly officeIds: readonly string[] }[]> {
  const { rows } = await queryable.query(
    `SELECT d.date::text AS date, array_agg(DISTINCT l.office_id) AS "officeIds"
     FROM service_day d JOIN lane l ON l.id = d.lane_id
     WHERE d.release_at > $1 AND d.release_at <= $2 GROUP BY d.date ORDER BY d.date`,
    [wish.since, wish.now],
  )
  return rows
}

/** Writes the slots that are missing; tells how many. */
export async function insertMissingSlots(queryable: Queryable, slots: readonly SlotRow[]): Promise<number> {
  const { rowCount } = await queryable.query(INSERT_MISSING, columnsOf(slots))
  return rowCount ?? 0
}

/** Brings existing slots to the plan; tells how many differed. No slot falls below the seats that are taken. */
export async function updateChangedSlots(queryable: Queryable, slots: readonly SlotRow[]): Promise<number> {
  const { rowCount } = await queryable.query(UPDATE_CHANGED, columnsOf(slots))
  return rowCount ?? 0
}

/** Closes the slots of these lanes in the period that no plan has any more; tells how many. */
export async function closeUnplannedSlots(
  queryable: Queryable,
  period: Period,
  lanes: readonly LanePlan[],
  slots: readonly SlotRow[],
): Promise<number> {
  const { rowCount } = await queryable.query(CLOSE_UNPLANNED, [
    period.from,
    period.until,
    slots.map((slot) => slot.laneId),
    slots.map((slot) => slot.date),
    slots.map((slot) => slot.startTime),
    lanes.map((lane) => lane.id),
  ])
  return rowCount ?? 0
}

function columnsOf(slots: readonly SlotRow[]): unknown[] {
  return [
    slots.map((slot) => slot.officeId),
    slots.map((slot) => slot.laneId),
    slots.map((slot) => slot.date),
    slots.map((slot) => slot.startTime),
    slots.map((slot) => slot.endTime),
    slots.map((slot) => slot.capacity),
    slots.map((slot) => slot.publicCapacity),
    slots.map((slot) => slot.limited),
  ]
}

const PLANNED = `
planned AS MATERIALIZED (
  SELECT * FROM unnest($1::text[], $2::text[], $3::date[], $4::bpchar[], $5::bpchar[], $6::int[], $7::int[], $8::boolean[])
    AS p(office_id, lane_id, date, start_time, end_time, capacity, public_capacity, limited)
)`

// What exists is left out before it is tried: every row that runs into ON CONFLICT would use up an id, and a daily run
// over a whole country would use them all up within a year. ON CONFLICT is left for two runs at the same moment.
const INSERT_MISSING = `
WITH ${PLANNED}
INSERT INTO slot (office_id, lane_id, date, start_time, end_time, capacity, public_capacity, limited)
SELECT p.office_id, p.lane_id, p.date, p.start_time, p.end_time, p.capacity, p.public_capacity, p.limited
FROM planned p
WHERE NOT EXISTS (
  SELECT FROM slot s WHERE s.lane_id = p.lane_id AND s.date = p.date AND s.start_time = p.start_time)
ORDER BY p.lane_id, p.date, p.start_time
ON CONFLICT (lane_id, date, start_time) DO NOTHING`

// Slots are locked in the order of their ids, as every booking locks them, so that the two never wait for each other.
// Where more are booked than the plan has, the plan is noted beside: the capacity falls to it as seats are given back.
const UPDATE_CHANGED = `
WITH ${PLANNED},
wanted AS (
  SELECT s.id, p.end_time, p.limited,
    GREATEST(p.capacity, s.taken) AS capacity,
    LEAST(GREATEST(p.capacity, s.taken), GREATEST(p.public_capacity, s.public_taken)) AS public_capacity,
    CASE WHEN s.taken > p.capacity OR s.public_taken > p.public_capacity THEN p.capacity END AS planned_capacity,
    CASE WHEN s.taken > p.capacity OR s.public_taken > p.public_capacity THEN p.public_capacity END AS planned_public
  FROM slot s JOIN planned p ON p.lane_id = s.lane_id AND p.date = s.date AND p.start_time = s.start_time
),
changed AS MATERIALIZED (
  SELECT s.id FROM slot s JOIN wanted w ON w.id = s.id
  WHERE (true, w.end_time, w.limited, w.capacity, w.public_capacity, w.planned_capacity, w.planned_public)
    IS DISTINCT FROM (s.open, s.end_time, s.limited, s.capacity, s.public_capacity, s.planned_capacity, s.planned_public)
  ORDER BY s.id FOR NO KEY UPDATE OF s
)
UPDATE slot s SET open = true, end_time = p.end_time, limited = p.limited,
  capacity = GREATEST(p.capacity, s.taken),
  public_capacity = LEAST(GREATEST(p.capacity, s.taken), GREATEST(p.public_capacity, s.public_taken)),
  planned_capacity = CASE WHEN s.taken > p.capacity OR s.public_taken > p.public_capacity THEN p.capacity END,
  planned_public = CASE WHEN s.taken > p.capacity OR s.public_taken > p.public_capacity THEN p.public_capacity END
FROM changed c, planned p
WHERE c.id = s.id AND p.lane_id = s.lane_id AND p.date = s.date AND p.start_time = s.start_time`

const CLOSE_UNPLANNED = `
WITH gone AS MATERIALIZED (
  SELECT s.id FROM slot s
  WHERE s.open AND s.date BETWEEN $1::date AND $2::date AND s.lane_id = ANY($6::text[]) AND NOT EXISTS (
    SELECT FROM unnest($3::text[], $4::date[], $5::bpchar[]) AS p(lane_id, date, start_time)
    WHERE p.lane_id = s.lane_id AND p.date = s.date AND p.start_time = s.start_time)
  ORDER BY s.id FOR NO KEY UPDATE
)
UPDATE slot s SET open = false FROM gone WHERE gone.id = s.id`
