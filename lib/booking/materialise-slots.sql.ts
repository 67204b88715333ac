import type { Pool, PoolClient } from 'pg'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { Service } from '#lib/domain/service.ts'
import type { OpeningRule, PlannedClosure, PlannedSlot, ServiceDay } from '#lib/domain/slot-plan.ts'

export type Queryable = Pick<Pool | PoolClient, 'query'>

/** A lane with all that decides about its slots. */
export interface LanePlan {
  readonly id: string
  readonly officeId: string
  readonly slotMinutes: number
  readonly rules: readonly OpeningRule[]
  readonly closures: readonly PlannedClosure[]
  readonly serviceDays: readonly ServiceDay[]
}

/** A planned slot of a lane. */
export interface SlotRow extends PlannedSlot {
  readonly laneId: string
  readonly officeId: string
}

export interface Period {
  readonly from: CalendarDate
  /** Last day. */
  readonly until: CalendarDate
}

/** Lanes with their rules, and with the closures (of their office or their own) and service days that touch the period; all, or those of a service. */
export async function readLanePlans(
  queryable: Queryable,
  period: Period,
  service?: Service,
): Promise<LanePlan[]> {
  const { rows } = await queryable.query<LanePlan>(LANE_PLANS, [period.from, period.until, service ?? null])
  return rows
}

const LANE_PLANS = `
SELECT l.id, l.office_id AS "officeId", l.slot_minutes AS "slotMinutes",
  COALESCE((SELECT json_agg(json_strip_nulls(json_build_object(
      'weekdays', r.weekdays, 'opens', r.opens, 'closes', r.closes, 'windows', r.windows,
      'publicPercent', r.public_percent, 'worksOnRestDay', r.works_on_rest_day,
      'validFrom', r.valid_from, 'validTo', r.valid_to)) ORDER BY r.id)
    FROM opening_rule r WHERE r.lane_id = l.id), '[]') AS rules,
  COALESCE((SELECT json_agg(json_build_object('from', c."from", 'until', c."until"))
    FROM closure c WHERE c.office_id = l.office_id AND (c.lane_id IS NULL OR c.lane_id = l.id)
      AND c."from" <= $2::date AND c."until" >= $1::date), '[]') AS closures,
  COALESCE((SELECT json_agg(json_build_object('date', d.date, 'opens', d.opens, 'closes', d.closes,
      'windows', d.windows, 'publicPercent', d.public_percent) ORDER BY d.id)
    FROM service_day d WHERE d.lane_id = l.id AND d.date BETWEEN $1::date AND $2::date), '[]') AS "serviceDays"
FROM lane l WHERE $3::text IS NULL OR $3 = ANY(l.services) ORDER BY l.id`

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
  ]
}

const PLANNED = `
planned AS MATERIALIZED (
  SELECT * FROM unnest($1::text[], $2::text[], $3::date[], $4::bpchar[], $5::bpchar[], $6::int[], $7::int[])
    AS p(office_id, lane_id, date, start_time, end_time, capacity, public_capacity)
)`

// What exists is left out before it is tried: every row that runs into ON CONFLICT would use up an id, and a daily run
// over a whole country would use them all up within a year. ON CONFLICT is left for two runs at the same moment.
const INSERT_MISSING = `
WITH ${PLANNED}
INSERT INTO slot (office_id, lane_id, date, start_time, end_time, capacity, public_capacity)
SELECT p.office_id, p.lane_id, p.date, p.start_time, p.end_time, p.capacity, p.public_capacity
FROM planned p
WHERE NOT EXISTS (
  SELECT FROM slot s WHERE s.lane_id = p.lane_id AND s.date = p.date AND s.start_time = p.start_time)
ORDER BY p.lane_id, p.date, p.start_time
ON CONFLICT (lane_id, date, start_time) DO NOTHING`

// Slots are locked in the order of their ids, as every booking locks them, so that the two never wait for each other.
const UPDATE_CHANGED = `
WITH ${PLANNED},
changed AS MATERIALIZED (
  SELECT s.id, p.end_time, p.capacity, p.public_capacity
  FROM slot s JOIN planned p ON p.lane_id = s.lane_id AND p.date = s.date AND p.start_time = s.start_time
  WHERE NOT s.open OR s.end_time <> p.end_time
    OR s.capacity <> GREATEST(p.capacity, s.taken)
    OR s.public_capacity <> GREATEST(p.public_capacity, s.public_taken)
  ORDER BY s.id FOR NO KEY UPDATE OF s
)
UPDATE slot s SET open = true, end_time = c.end_time,
  capacity = GREATEST(c.capacity, s.taken), public_capacity = GREATEST(c.public_capacity, s.public_taken)
FROM changed c WHERE c.id = s.id`

const CLOSE_UNPLANNED = `
WITH gone AS MATERIALIZED (
  SELECT s.id FROM slot s
  WHERE s.open AND s.date BETWEEN $1::date AND $2::date AND s.lane_id = ANY($6::text[]) AND NOT EXISTS (
    SELECT FROM unnest($3::text[], $4::date[], $5::bpchar[]) AS p(lane_id, date, start_time)
    WHERE p.lane_id = s.lane_id AND p.date = s.date AND p.start_time = s.start_time)
  ORDER BY s.id FOR NO KEY UPDATE
)
UPDATE slot s SET open = false FROM gone WHERE gone.id = s.id`
