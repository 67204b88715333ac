import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { LocalizedText } from '#lib/domain/localized-text.ts'
import type { OfficeTier, RegionLevel } from '#lib/domain/place.ts'
import type { Queryable } from './store.ts'

/** A region of the tree, with how many offices lie in it and below it. */
export interface TreeRegion {
  readonly code: string
  readonly name: LocalizedText
  readonly level: RegionLevel
  readonly offices: number
  readonly online: number
  readonly closed: number
}

/** An office as the tree shows it. */
export interface TreeOffice {
  readonly id: string
  readonly name: LocalizedText
  readonly tier: OfficeTier
  readonly regionCode: string
  readonly regionName: LocalizedText
  readonly services: number
  readonly lanes: number
  readonly onlineBooking: boolean
  readonly closedOn: CalendarDate | null
}

/** An office as a choice of offices names it. */
export interface ReachedOffice {
  readonly id: string
  readonly name: LocalizedText
  readonly regionName: LocalizedText
}

const PREFIX = `regexp_replace(r.code, '^(..)0000$|^(....)00$', '\\1\\2')`

/** The regions directly below one; provinces for the nation (undefined). */
export async function readRegionsBelow(
  database: Queryable,
  wish: { readonly parent: string | undefined; readonly today: CalendarDate },
): Promise<TreeRegion[]> {
  const { rows } = await database.query<TreeRegion>(
    `${COUNTED} WHERE r.parent_code IS NOT DISTINCT FROM $1 GROUP BY r.code ORDER BY r.code`,
    [wish.parent ?? null, wish.today],
  )
  return rows
}

/** One region with the counts of what lies in it. */
export async function readRegion(
  database: Queryable,
  wish: { readonly code: string; readonly today: CalendarDate },
): Promise<TreeRegion | undefined> {
  const { rows } = await database.query<TreeRegion>(`${COUNTED} WHERE r.code = $1 GROUP BY r.code`, [
    wish.code,
    wish.today,
  ])
  return rows[0]
}

const COUNTED = `
SELECT r.code, r.name, r.level, count(o.id)::int AS offices,
  (count(*) FILTER (WHERE o.online_booking AND (o.closed_on IS NULL OR o.closed_on > $2)))::int AS online,
  (count(*) FILTER (WHERE o.closed_on <= $2))::int AS closed
FROM region r LEFT JOIN office o ON starts_with(o.region_code, ${PREFIX})`

/** The regions of these codes, the widest first. */
export async function readRegionNames(
  database: Queryable,
  codes: readonly string[],
): Promise<{ readonly code: string; readonly name: LocalizedText }[]> {
  const { rows } = await database.query(
    'SELECT code, name FROM region WHERE code = ANY($1) ORDER BY array_position($1, code::text)',
    [codes],
  )
  return rows
}

/** The offices of a place and below it, or single ones, up to a number; how many there are in all. */
export async function readTreeOffices(
  database: Queryable,
  wish: { readonly prefix?: string; readonly ids?: readonly string[]; readonly most: number },
): Promise<{ readonly offices: readonly TreeOffice[]; readonly total: number }> {
  const { rows } = await database.query<TreeOffice & { readonly total: number }>(
    `SELECT o.id, o.name, o.tier, o.region_code AS "regionCode", r.name AS "regionName",
       o.online_booking AS "onlineBooking", o.closed_on::text AS "closedOn",
       (SELECT count(*)::int FROM office_service s WHERE s.office_id = o.id) AS services,
       (SELECT count(*)::int FROM lane l WHERE l.office_id = o.id) AS lanes, count(*) OVER ()::int AS total
     FROM office o JOIN region r ON r.code = o.region_code
     WHERE starts_with(o.region_code, $1) OR o.id = ANY($2) ORDER BY o.region_code, o.position, o.id LIMIT $3`,
    // No code begins so: without a prefix only the single offices.
    [wish.prefix ?? '-', wish.ids ?? [], wish.most],
  )
  return { offices: rows, total: rows[0]?.total ?? 0 }
}

/** The offices below any of these prefixes of codes and single ones, up to a number; how many there are in all. */
export async function readReachedOffices(
  database: Queryable,
  wish: {
    readonly prefixes: readonly string[]
    readonly officeIds: readonly string[]
    readonly most: number
  },
): Promise<{ readonly offices: readonly ReachedOffice[]; readonly total: number }> {
  const { rows } = await database.query<ReachedOffice & { readonly total: number }>(
    `SELECT o.id, o.name, r.name AS "regionName", count(*) OVER ()::int AS total
     FROM office o JOIN region r ON r.code = o.region_code
     WHERE o.id = ANY($2) OR EXISTS (SELECT 1 FROM unnest($1::text[]) p WHERE starts_with(o.region_code, p))
     ORDER BY o.region_code, o.position, o.id LIMIT $3`,
    [wish.prefixes, wish.officeIds, wish.most],
  )
  return { offices: rows, total: rows[0]?.total ?? 0 }
}

export async function insertRegion(
  database: Queryable,
  region: {
    readonly code: string
    readonly level: RegionLevel
    readonly parent: string
    readonly name: LocalizedText
  },
): Promise<boolean> {
  const { rowCount } = await database.query(
    `INSERT INTO region (code, level, parent_code, name, position)
     SELECT $1, $2, $3, $4, coalesce(max(position), 0) + 1 FROM region ON CONFLICT (code) DO NOTHING`,
    [region.code, region.level, region.parent, JSON.stringify(region.name)],
  )
  return rowCount === 1
}
