import type { LocalizedText } from '#lib/domain/localized-text.ts'
import type { HandedValue, PlaceKey, PlaceValues } from '#lib/domain/place-values.ts'
import type { Scope } from '#lib/domain/scope-path.ts'
import type { Queryable } from './store.ts'

/** A value that a place hands down, with the name of the place; the nation has none. */
export interface NamedValue extends HandedValue {
  readonly placeName: LocalizedText | undefined
}

/** From where a value comes. */
export interface Origin extends Scope {
  readonly name: LocalizedText | undefined
}

/** Everything that is handed down anywhere. */
export async function readHandedValues(database: Queryable): Promise<NamedValue[]> {
  const { rows } = await database.query<HandedValue & { placeName: LocalizedText | null }>(
    `SELECT p.scope, p.scope_id AS "scopeId", p.key, p.value, r.name AS "placeName" FROM place_value p
     LEFT JOIN region r ON p.scope = 'region' AND r.code = p.scope_id WHERE p.value <> 'null'`,
  )
  return rows.map((row) => ({ ...row, placeName: row.placeName ?? undefined }))
}

/** What one place hands down, key by key, with how often each was changed; locked until the end of the transaction. */
export async function lockValuesOf(
  database: Queryable,
  { scope, scopeId }: Scope,
): Promise<Map<PlaceKey, { readonly value: PlaceValues[PlaceKey] | null; readonly version: number }>> {
  // Two who say a value for the first time have no row to wait at.
  await database.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`place value ${scope} ${scopeId}`])
  const { rows } = await database.query<{
    key: PlaceKey
    value: PlaceValues[PlaceKey] | null
    version: number
  }>('SELECT key, value, version FROM place_value WHERE scope = $1 AND scope_id = $2 FOR UPDATE', [
    scope,
    scopeId,
  ])
  return new Map(rows.map(({ key, value, version }) => [key, { value, version }]))
}

/** A value taken back stays as an empty one, so that its version is never used twice. */
export async function writeValue(
  database: Queryable,
  value: Scope & {
    readonly key: PlaceKey
    readonly value: PlaceValues[PlaceKey] | null
    readonly at: Date
    readonly by: string
  },
): Promise<void> {
  await database.query(
    `INSERT INTO place_value (scope, scope_id, key, value, updated_at, updated_by) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (scope, scope_id, key) DO UPDATE SET value = excluded.value, version = place_value.version + 1,
       updated_at = excluded.updated_at, updated_by = excluded.updated_by`,
    [value.scope, value.scopeId, value.key, JSON.stringify(value.value), value.at, value.by],
  )
}

/** The offices of a place that say nothing themselves about their telephone, or about how to come without a booking. */
export async function readSilentOffices(
  database: Queryable,
  prefix: string,
): Promise<{ readonly regionCode: string; readonly phone: boolean; readonly instead: boolean }[]> {
  const { rows } = await database.query(
    `SELECT region_code AS "regionCode", phone = '' AS phone, NOT online_booking AND instead IS NULL AS instead
     FROM office WHERE starts_with(region_code, $1) AND (phone = '' OR NOT online_booking AND instead IS NULL)`,
    [prefix],
  )
  return rows
}

/** How often each value of a place was changed. */
export async function readVersions(database: Queryable, scopeId: string): Promise<Map<PlaceKey, number>> {
  const { rows } = await database.query<{ key: PlaceKey; version: number }>(
    `SELECT key, version FROM place_value WHERE scope IN ('national', 'region') AND scope_id = $1`,
    [scopeId],
  )
  return new Map(rows.map(({ key, version }) => [key, version]))
}
