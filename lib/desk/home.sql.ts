import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { ClockTime } from '#lib/domain/clock.ts'
import type { HomeVisitReason, HomeVisitService, HomeVisitState } from '#lib/domain/home-visit.ts'
import type { Locale, LocalizedText } from '#lib/domain/localized-text.ts'
import type { Horizon } from '#lib/domain/retention.ts'
import type { Queryable } from './store.ts'

/** A wish for a visit at home, as stored. */
export interface VisitRecord {
  readonly id: string
  readonly officeId: string
  readonly regionCode: string
  readonly service: HomeVisitService
  readonly state: HomeVisitState
  readonly reason: HomeVisitReason
  readonly sealed: Buffer
  readonly locale: Locale
  readonly visitOn: CalendarDate | null
  readonly startTime: ClockTime | null
  readonly position: number | null
  readonly staffIds: readonly string[]
  readonly staffNames: readonly string[]
  readonly createdAt: Date
  readonly endReason: string | null
  readonly version: number
}

const VISIT = `SELECT v.id, v.office_id AS "officeId", o.region_code AS "regionCode", v.service, v.state, v.reason, v.sealed, v.locale,
  v.visit_on::text AS "visitOn", v.start_time AS "startTime", v.position, v.staff_ids AS "staffIds",
  ARRAY(SELECT s.name FROM staff s WHERE s.id = ANY(v.staff_ids) ORDER BY s.name) AS "staffNames",
  v.created_at AS "createdAt", v.end_reason AS "endReason", v.version
FROM home_visit v JOIN office o ON o.id = v.office_id`

/** An office that comes to people's homes, and for what. */
export interface VisitingOffice {
  readonly id: string
  readonly name: LocalizedText
  readonly phone: string
  readonly services: readonly string[]
}

/** The offices that go out, with what they do there: of the things asked for those they register themselves. */
export async function readVisitingOffices(
  database: Queryable,
  services: readonly string[],
): Promise<VisitingOffice[]> {
  const { rows } = await database.query<VisitingOffice>(
    `SELECT o.id, o.name, o.phone, array_agg(s.service ORDER BY s.service) AS services
     FROM office o JOIN office_service s ON s.office_id = o.id AND s.mode = 'register' AND s.service = ANY($1::text[])
     WHERE 'home-visit' = ANY(o.facilities) GROUP BY o.id ORDER BY o.position`,
    [services],
  )
  return rows
}

/** Writes a wish down; false when one with this id is there already. */
export async function insertVisit(
  database: Queryable,
  row: Pick<VisitRecord, 'id' | 'officeId' | 'service' | 'reason' | 'sealed' | 'locale' | 'createdAt'> & {
    readonly createdBy: string | undefined
  },
): Promise<boolean> {
  const { rowCount } = await database.query(
    `INSERT INTO home_visit (id, office_id, service, state, reason, sealed, locale, staff_ids, created_at, created_by)
     VALUES ($1, $2, $3, 'asked', $4, $5, $6, '{}', $7, $8) ON CONFLICT (id) DO NOTHING`,
    [
      row.id,
      row.officeId,
      row.service,
      row.reason,
      row.sealed,
      row.locale,
      row.createdAt,
      row.createdBy ?? null,
    ],
  )
  return rowCount === 1
}

export async function findVisit(database: Queryable, id: string): Promise<VisitRecord | undefined> {
  return (await database.query<VisitRecord>(`${VISIT} WHERE v.id = $1`, [id])).rows[0]
}

/** The same, locked until the end of the transaction. */
export async function lockVisit(database: Queryable, id: string): Promise<VisitRecord | undefined> {
  const { rows } = await database.query<VisitRecord>(`${VISIT} WHERE v.id = $1 FOR NO KEY UPDATE OF v`, [id])
  return rows[0]
}

/** What is still to be done at an office: wishes first, the oldest at the top, then what is planned by its time. */
export async function readOpenVisits(database: Queryable, officeId: string): Promise<VisitRecord[]> {
  const { rows } = await database.query<VisitRecord>(
    `${VISIT} WHERE v.office_id = $1 AND v.state IN ('asked', 'planned')
     ORDER BY v.state, v.visit_on, v.start_time, v.created_at`,
    [officeId],
  )
  return rows
}

/** All wishes that came in online and are not over, wherever: who asked stands in no column. */
export async function readOpenWishes(database: Queryable): Promise<VisitRecord[]> {
  const { rows } = await database.query<VisitRecord>(
    `${VISIT} WHERE v.state IN ('asked', 'planned') AND v.created_by IS NULL ORDER BY v.created_at`,
  )
  return rows
}

/** Whether some lane of an office serves on a rest day: by a service day, or every such weekday but holidays. */
export async function isServedOnRestDay(
  database: Queryable,
  wish: { readonly officeId: string; readonly day: CalendarDate; readonly isHoliday: boolean },
): Promise<boolean> {
  const { rows } = await database.query<{ served: boolean }>(
    `SELECT EXISTS (SELECT FROM service_day d JOIN lane l ON l.id = d.lane_id WHERE l.office_id = $1 AND d.date = $2)
       OR (NOT $3 AND EXISTS (SELECT FROM opening_rule r JOIN lane l ON l.id = r.lane_id
         WHERE l.office_id = $1 AND r.works_on_rest_day AND extract(isodow FROM $2::date)::int = ANY(r.weekdays)
           AND r.valid_from <= $2 AND (r.valid_to IS NULL OR r.valid_to >= $2))) AS served`,
    [wish.officeId, wish.day, wish.isHoliday],
  )
  return rows[0]?.served ?? false
}

/** The route of a day. */
export async function readRoute(
  database: Queryable,
  { officeId, day }: { readonly officeId: string; readonly day: CalendarDate },
): Promise<VisitRecord[]> {
  const { rows } = await database.query<VisitRecord>(
    `${VISIT} WHERE v.office_id = $1 AND v.visit_on = $2 AND v.state IN ('planned', 'done')
     ORDER BY v.position, v.start_time, v.id`,
    [officeId, day],
  )
  return rows
}

/** The plans of one day in one office happen one after the other. */
export async function lockRoute(database: Queryable, officeId: string, day: CalendarDate): Promise<void> {
  await database.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `home-visits ${officeId} ${day}`,
  ])
}

/** Who of these clerks is already somewhere else at that time. */
export async function findBusyClerks(
  database: Queryable,
  wish: {
    readonly id: string
    readonly visitOn: CalendarDate
    readonly startTime: ClockTime
    readonly staffIds: readonly string[]
  },
): Promise<string[]> {
  const { rows } = await database.query<{ id: string }>(
    `SELECT DISTINCT unnest(staff_ids) AS id FROM home_visit
     WHERE id <> $1 AND state = 'planned' AND visit_on = $2 AND start_time = $3 AND staff_ids && $4::uuid[]`,
    [wish.id, wish.visitOn, wish.startTime, wish.staffIds],
  )
  return rows.map(({ id }) => id).filter((id) => wish.staffIds.includes(id))
}

/** Puts a plan down, and the stops of its day in the order of their times. */
export async function writePlan(
  database: Queryable,
  row: {
    readonly id: string
    readonly officeId: string
    readonly visitOn: CalendarDate
    readonly startTime: ClockTime
    readonly staffIds: readonly string[]
  },
): Promise<void> {
  await database.query(
    `UPDATE home_visit SET state = 'planned', visit_on = $2, start_time = $3, staff_ids = $4, version = version + 1
     WHERE id = $1`,
    [row.id, row.visitOn, row.startTime, row.staffIds],
  )
  await database.query(
    `UPDATE home_visit v SET position = r.place
     FROM (SELECT id, row_number() OVER (ORDER BY start_time, created_at, id) AS place FROM home_visit
       WHERE office_id = $1 AND visit_on = $2 AND state IN ('planned', 'done')) r WHERE r.id = v.id`,
    [row.officeId, row.visitOn],
  )
}

export async function writeEnd(
  database: Queryable,
  row: {
    readonly id: string
    readonly state: HomeVisitState
    readonly reason: string | undefined
    readonly now: Date
  },
): Promise<void> {
  await database.query(
    'UPDATE home_visit SET state = $2, end_reason = $3, ended_at = $4, version = version + 1 WHERE id = $1',
    [row.id, row.state, row.reason ?? null, row.now],
  )
}

/** Those who may go out for an office: its clerks of every rank whose accounts work. */
export async function readVisitClerks(
  database: Queryable,
  officeId: string,
): Promise<{ id: string; name: string }[]> {
  const { rows } = await database.query<{ id: string; name: string }>(
    `SELECT s.id, s.name FROM staff s WHERE s.disabled_at IS NULL AND s.id IN (
       SELECT g.staff_id FROM staff_grant g WHERE g.scope = 'office' AND g.scope_id = $1
         AND g.role IN ('clerk', 'senior-clerk', 'office-manager'))
     ORDER BY s.name, s.id`,
    [officeId],
  )
  return rows
}

/** Deletes what ended, or was asked or planned for, before the horizon; tells how many. */
export async function deleteOldVisits(database: Queryable, { day, at }: Horizon): Promise<number> {
  const { rowCount } = await database.query(
    `DELETE FROM home_visit WHERE GREATEST(ended_at, created_at) < $1 AND (visit_on IS NULL OR visit_on < $2)`,
    [at, day],
  )
  return rowCount ?? 0
}
