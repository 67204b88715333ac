import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { mayDo, mayDoForRegion } from '#lib/domain/permissions.ts'
import { PLACE_KEYS, type ResolvedValues, resolvePlace } from '#lib/domain/place-values.ts'
import { type PlaceSheet, placeSheetOf } from '#lib/domain/read-place-values.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import type { ValueVersions } from './hand-down-values.ts'
import { type PlaceChange, readPlaceHistory } from './place-history.sql.ts'
import { type NamedValue, readHandedValues, readVersions } from './place-value.sql.ts'

/** What a place hands down itself, and what comes to it from above. */
export interface HandedView {
  readonly sheet: PlaceSheet
  readonly versions: ValueVersions
  readonly above: ResolvedValues
  readonly named: readonly NamedValue[]
  readonly history: readonly PlaceChange[]
}

/** What a region, or the nation (`code` undefined), hands down to the offices in it. */
export async function showHandedValues(
  pool: Pool,
  wish: { readonly actor: StaffActor; readonly code: string | undefined },
): Promise<Result<HandedView>> {
  const { actor, code } = wish
  const may = code
    ? mayDoForRegion(actor.grants, 'see-places', code)
    : mayDo(actor.grants, 'see-places', undefined)
  if (!may) return refuse('not-allowed', [{ path: 'act', reason: 'not-in-role' }])
  const scopeId = code ?? 'CN'
  const named = await readHandedValues(pool)
  const own = named.filter((one) => one.scopeId === scopeId)
  const versions = await readVersions(pool, scopeId)
  return accept({
    sheet: placeSheetOf(Object.fromEntries(own.map(({ key, value }) => [key, value]))),
    versions: Object.fromEntries(PLACE_KEYS.map((key) => [key, versions.get(key) ?? 0])) as ValueVersions,
    above: resolvePlace(
      {},
      code,
      named.filter((one) => one.scopeId !== scopeId),
    ),
    named,
    history: await readPlaceHistory(pool, { kind: 'region', id: scopeId, most: 20 }),
  })
}
