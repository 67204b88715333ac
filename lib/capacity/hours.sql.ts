import type { Pool } from '#lib/db/pool.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { CapacityChange, LaneDraft } from '#lib/domain/capacity-change.ts'
import type { LocalizedText } from '#lib/domain/localized-text.ts'
import type { Quota } from '#lib/domain/quota.ts'
import type { ServiceDay } from '#lib/domain/slot-plan.ts'

type Queryable = Pick<Pool, 'query'>

/** A lane as it is kept. */
export interface KeptLane extends LaneDraft {
  readonly id: string
  readonly version: number
}

// What is missing in the domain is NULL in the database, or the value that makes no difference.
const RULES = `
SELECT COALESCE(json_agg(json_strip_nulls(json_build_object('weekdays', r.weekdays, 'opens', r.opens, 'closes', r.closes,
  'windows', r.windows, 'publicPercent', r.public_percent, 'walkInPercent', NULLIF(r.walk_in_percent, 0),
  'everyWeeks', NULLIF(r.every_weeks, 1), 'nthOfMonth', NULLIF(r.nth_of_month, '{}'),
  'breaks', NULLIF(r.breaks, '[]'::jsonb), 'worksOnRestDay', r.works_on_rest_day,
  'validFrom', r.valid_from, 'validTo', r.valid_to)) ORDER BY r.weekdays, r.opens, r.valid_from, r.id), '[]')
FROM opening_rule r WHERE r.lane_id = l.id`

/** The lanes of an office with their rules, in order. */
export async function readLanes(database: Queryable, officeId: string): Promise<KeptLane[]> {
  const { rows } = await database.query<KeptLane>(
    `SELECT l.id, l.name, l.services, l.slot_minutes AS "slotMinutes", l.version, (${RULES}) AS rules
     FROM lane l WHERE l.office_id = $1 ORDER BY l.position, l.id`,
    [officeId],
  )
  return rows
}

/** The limits of an office beside its windows, without those that are over on a day. */
export async function readQuotas(database: Queryable, officeId: string, on: CalendarDate): Promise<Quota[]> {
  const { rows } = await database.query<{ quota: Quota }>(
    `SELECT json_strip_nulls(json_build_object('id', id, 'name', name, 'services', services, 'laneIds', lane_ids,
       'channelId', channel_id, 'period', period, 'capacity', capacity, 'weekdays', weekdays,
       'validFrom', valid_from, 'validTo', valid_to)) AS quota
     FROM quota WHERE office_id = $1 AND (valid_to IS NULL OR valid_to >= $2) ORDER BY valid_from, id`,
    [officeId, on],
  )
  return rows.map(({ quota }) => quota)
}

/** The channels that book, for a limit of what one of them takes. */
export async function readChannels(
  database: Queryable,
): Promise<{ readonly id: string; readonly name: string }[]> {
  const { rows } = await database.query('SELECT id, name FROM channel ORDER BY name')
  return rows
}

/** A change of an office as it was made. */
export interface MadeChange {
  readonly id: string
  readonly change: CapacityChange
  readonly madeAt: Date
  /** Name of who made it; undefined when that account is gone. */
  readonly by: string | undefined
}

/** The changes of an office, the youngest first. */
export async function readVersions(
  database: Queryable,
  officeId: string,
  most: number,
): Promise<MadeChange[]> {
  const { rows } = await database.query(
    `SELECT c.id, c.change, c.made_at AS "madeAt", s.name AS by
     FROM capacity_change c LEFT JOIN staff s ON s.id = c.made_by
     WHERE c.office_id = $1 ORDER BY c.made_at DESC, c.id DESC LIMIT $2`,
    [officeId, most],
  )
  return rows.map(({ by, ...row }) => ({ ...row, by: by ?? undefined }))
}

/** A lane on a day of its own: all its hours there, and why. */
export interface PlannedDay {
  readonly laneId: string
  readonly lane: LocalizedText
  readonly date: CalendarDate
  readonly reason: LocalizedText
  readonly hours: readonly ServiceDay[]
}

/** The days on which lanes have hours of their own, from a day on, in order. */
export async function readPlannedDays(
  database: Queryable,
  wish: { readonly officeId: string; readonly from: CalendarDate; readonly until: CalendarDate },
): Promise<PlannedDay[]> {
  const { rows } = await database.query<
    Omit<PlannedDay, 'hours'> & { hours: (ServiceDay & { releaseAt?: string })[] }
  >(
    `SELECT l.id AS "laneId", l.name AS lane, d.date::text AS date, (array_agg(d.reason ORDER BY d.id))[1] AS reason,
       json_agg(json_strip_nulls(json_build_object('date', d.date, 'opens', d.opens, 'closes', d.closes,
         'windows', d.windows, 'publicPercent', d.public_percent, 'walkInPercent', NULLIF(d.walk_in_percent, 0),
         'breaks', NULLIF(d.breaks, '[]'::jsonb), 'replaces', d.replaces, 'releaseAt', d.release_at))
         ORDER BY d.opens, d.id) AS hours
     FROM service_day d JOIN lane l ON l.id = d.lane_id
     WHERE l.office_id = $1 AND d.date BETWEEN $2 AND $3 GROUP BY l.id, d.date ORDER BY d.date, l.position`,
    [wish.officeId, wish.from, wish.until],
  )
  return rows.map((row) => ({
    ...row,
    hours: row.hours.map(({ releaseAt, ...hours }) => ({
      ...hours,
      ...(releaseAt ? { releaseAt: new Date(releaseAt) } : {}),
    })),
  }))
}
