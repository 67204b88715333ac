import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { KnownOffice } from '#lib/domain/judge-office.ts'
import type { OfficeRecord } from '#lib/domain/office-record.ts'
import type { RegionLevel } from '#lib/domain/place.ts'
import type { Service } from '#lib/domain/service.ts'
import type { Queryable } from './store.ts'

type Nulls = 'parentId' | 'transit' | 'instead' | 'announcement' | 'closedOn'
type Row = Omit<OfficeRecord, Nulls> & { readonly version: number } & {
  readonly [Key in Nulls]: Exclude<OfficeRecord[Key], undefined> | null
}

const RECORD = `
SELECT o.id, o.region_code AS "regionCode", o.parent_id AS "parentId", o.tier, o.name, o.address, o.transit, o.lat, o.lng,
  o.phone, o.hours, o.accepts, o.facilities, o.online_booking AS "onlineBooking", o.instead, o.announcement,
  o.closed_on::text AS "closedOn", o.version,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('service', s.service, 'mode', s.mode)), '[]') FROM office_service s
   WHERE s.office_id = o.id) AS services
FROM office o`

/** Offices as they are written down, by their ids. */
export async function readRecords(database: Queryable, ids: readonly string[]): Promise<KnownOffice[]> {
  const { rows } = await database.query<Row>(`${RECORD} WHERE o.id = ANY($1)`, [ids])
  return rows.map(knownOf)
}

/** All offices of a region and below it, in the order in which lists show them; of the nation for an empty prefix. */
export async function readRecordsWithin(database: Queryable, prefix: string): Promise<KnownOffice[]> {
  const { rows } = await database.query<Row>(
    `${RECORD} WHERE starts_with(o.region_code, $1) ORDER BY o.position, o.id`,
    [prefix],
  )
  return rows.map(knownOf)
}

/** Keeps others from changing these offices until the end of the transaction. Always in one order, so that nobody waits in a ring. */
export async function lockOffices(database: Queryable, ids: readonly string[]): Promise<void> {
  await database.query('SELECT FROM office WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE', [ids])
}

/** Offices are founded one after the other: two files with one new id must not meet. */
export async function lockFounding(database: Queryable): Promise<void> {
  await database.query('SELECT pg_advisory_xact_lock(7270801)')
}

export async function readLevels(
  database: Queryable,
  codes: readonly string[],
): Promise<Map<string, RegionLevel>> {
  const { rows } = await database.query<{ code: string; level: RegionLevel }>(
    'SELECT code, level FROM region WHERE code = ANY($1)',
    [codes],
  )
  return new Map(rows.map(({ code, level }) => [code, level]))
}

/** The last day on which couples are to come, by office and service, from today on. */
export async function readLastBooked(
  database: Queryable,
  ids: readonly string[],
  today: CalendarDate,
): Promise<Map<string, CalendarDate>> {
  const { rows } = await database.query<{ officeId: string; service: Service; last: CalendarDate }>(
    `SELECT a.office_id AS "officeId", a.service, max(s.date)::text AS last
     FROM slot s JOIN appointment a ON s.id IN (a.slot_id, a.previous_slot_id)
     WHERE s.office_id = ANY($1) AND s.date >= $2 AND a.status IN ('awaiting-partner', 'confirmed')
     GROUP BY 1, 2`,
    [ids, today],
  )
  return new Map(rows.map(({ officeId, service, last }) => [`${officeId} ${service}`, last]))
}

/** Writes offices down, new ones behind all others; one that is known has changed once more. */
export async function writeRecords(database: Queryable, records: readonly OfficeRecord[]): Promise<void> {
  const ids = records.map(({ id }) => id)
  await database.query(
    `INSERT INTO office (id, region_code, parent_id, tier, name, address, transit, lat, lng, phone, hours, accepts,
       facilities, online_booking, instead, announcement, closed_on, position)
     SELECT r.id, r."regionCode", r."parentId", r.tier, r.name, r.address, r.transit, r.lat, r.lng, r.phone, r.hours,
       r.accepts, r.facilities, r."onlineBooking", r.instead, r.announcement, r."closedOn",
       (SELECT coalesce(max(position), 0) FROM office) + row_number() OVER (ORDER BY r."regionCode", r.id)
     FROM jsonb_to_recordset($1) AS r(id text, "regionCode" char(6), "parentId" text, tier text, name jsonb,
       address jsonb, transit jsonb, lat float8, lng float8, phone text, hours jsonb, accepts text[],
       facilities text[], "onlineBooking" boolean, instead jsonb, announcement jsonb, "closedOn" date)
     ON CONFLICT (id) DO UPDATE SET parent_id = excluded.parent_id, tier = excluded.tier, name = excluded.name,
       address = excluded.address, transit = excluded.transit, lat = excluded.lat, lng = excluded.lng,
       phone = excluded.phone, hours = excluded.hours, accepts = excluded.accepts, facilities = excluded.facilities,
       online_booking = excluded.online_booking, instead = excluded.instead, announcement = excluded.announcement,
       closed_on = excluded.closed_on, version = office.version + 1`,
    [JSON.stringify(records)],
  )
  await database.query('DELETE FROM office_service WHERE office_id = ANY($1)', [ids])
  const services = records.flatMap(({ id, services }) => services.map((one) => ({ id, ...one })))
  await database.query(
    `INSERT INTO office_service (office_id, service, mode)
     SELECT id, service, mode FROM jsonb_to_recordset($1) AS r(id text, service text, mode text)`,
    [JSON.stringify(services)],
  )
}

function knownOf({ version, ...row }: Row): KnownOffice {
  return {
    version,
    record: {
      ...row,
      parentId: row.parentId ?? undefined,
      transit: row.transit ?? undefined,
      instead: row.instead ?? undefined,
      announcement: row.announcement ?? undefined,
      closedOn: row.closedOn ?? undefined,
    },
  }
}
