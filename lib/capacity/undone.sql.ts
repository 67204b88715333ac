import type { CapacityChange } from '#lib/domain/capacity-change.ts'
import { type ChangedCouple, COUPLE, coupleOf } from './couples.sql.ts'
import type { Queryable } from './plan.sql.ts'

const SOUGHT = "('waiting', 'offered', 'unmovable')"

// What a day was given in its place is gone: it is like any other again.
const IS_UNDONE = `(m.kind = 'closure' AND NOT EXISTS (SELECT FROM closure x WHERE x.change_id = m.id)
  OR m.kind = 'special-day' AND json_array_length(m.change::json -> 'hours') > 0 AND NOT EXISTS (
    SELECT FROM service_day y WHERE y.lane_id = m.change ->> 'laneId' AND y.date = (m.change ->> 'date')::date))`

/** Of closures and special days that were taken back: who is still to get another time though their own is open again, with their changes. */
export async function readGivenBack(
  queryable: Queryable,
  now: Date,
  { most, only }: { readonly most: number; readonly only?: readonly string[] },
): Promise<ChangedCouple[]> {
  const { rows } = await queryable.query(
    `${COUPLE}
     JOIN capacity_change m ON m.id = d.change_id
     WHERE d.state IN ${SOUGHT} AND ${IS_UNDONE}
       AND a.status IN ('awaiting-partner', 'confirmed') AND a.slot_id = d.from_slot_id AND a.previous_slot_id IS NULL
       AND s.open AND COALESCE(s.planned_capacity, s.capacity) >= s.taken
       AND (s.date + s.start_time::time) AT TIME ZONE 'Asia/Shanghai' > $1
       AND ($3::uuid[] IS NULL OR a.id = ANY($3))
     ORDER BY d.change_id, d.position LIMIT $2`,
    [now, most, only ?? null],
  )
  return rows.map(coupleOf)
}

/** What taking a closure or a special day back means for those whom it concerned; undefined when it concerned nobody. */
export interface UndoneChange {
  readonly changeId: string
  /** Couples whose time stays. */
  readonly given: number
  /** Couples who are at another time by now, or cancelled: that stays as it is. */
  readonly gone: number
}

export async function readUndone(
  queryable: Queryable,
  officeId: string,
  change: CapacityChange,
): Promise<UndoneChange | undefined> {
  const isDay = change.kind === 'special-day' && change.hours.length === 0
  if (change.kind !== 'reopening' && !isDay) return undefined
  const { rows } = await queryable.query<UndoneChange>(
    `SELECT d.change_id AS "changeId", count(*) FILTER (WHERE d.state IN ${SOUGHT})::int AS given,
       count(*) FILTER (WHERE d.state IN ('moved', 'chose-other', 'cancelled'))::int AS gone
     FROM capacity_change m JOIN changed_appointment d ON d.change_id = m.id
     WHERE m.office_id = $1 AND (m.id = (SELECT change_id FROM closure WHERE id = $2 AND kind = 'closed')
       OR m.kind = 'special-day' AND m.change ->> 'laneId' = $3 AND m.change ->> 'date' = $4)
     GROUP BY d.change_id, m.made_at ORDER BY m.made_at DESC LIMIT 1`,
    change.kind === 'reopening'
      ? [officeId, change.closureId, null, null]
      : [officeId, null, change.laneId, change.date],
  )
  return rows[0]
}
