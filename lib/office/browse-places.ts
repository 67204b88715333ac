import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { LocalizedText } from '#lib/domain/localized-text.ts'
import { mayDo, mayDoForRegion } from '#lib/domain/permissions.ts'
import { regionPrefix } from '#lib/domain/place.ts'
import { placesFor, reachesRegion } from '#lib/domain/place-scope.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { regionPath } from '#lib/domain/scope-path.ts'
import {
  readRegion,
  readRegionNames,
  readRegionsBelow,
  readTreeOffices,
  type TreeOffice,
  type TreeRegion,
} from './tree.sql.ts'

const MOST_OFFICES = 200

/** A place of the tree as far as somebody looks after it. */
export interface PlaceView {
  /** Undefined: the nation, or where single offices are all that one looks after. */
  readonly region: TreeRegion | undefined
  /** The places above it, the widest first; `isOpen` where one may look at them. */
  readonly above: readonly { readonly code: string; readonly name: LocalizedText; readonly isOpen: boolean }[]
  /** Where somebody looks after several places: all of them. */
  readonly roots: readonly { readonly code: string; readonly name: LocalizedText }[]
  readonly below: readonly TreeRegion[]
  readonly offices: readonly TreeOffice[]
  /** Of the offices, also those that are not listed. */
  readonly total: number
  readonly isNation: boolean
  readonly mayEdit: boolean
  readonly mayFound: boolean
}

/** A region with what lies in it; without `code` the widest place that one looks after. */
export async function browsePlaces(
  pool: Pool,
  wish: { readonly actor: StaffActor; readonly code: string | undefined; readonly now: Date },
): Promise<Result<PlaceView>> {
  const { actor, now } = wish
  const today = shanghaiToday(now)
  const scope = placesFor(actor.grants, 'see-places')
  const [first] = scope.prefixes
  const roots = await readRegionNames(
    pool,
    scope.prefixes.map((prefix) => prefix.padEnd(6, '0')),
  )
  const code = wish.code ?? (first ? roots[0]?.code : undefined)
  if (code !== undefined) {
    if (!/^\d{6}$/.test(code)) return refuse('not-found')
    if (!reachesRegion(scope, code)) return refuse('not-allowed', [{ path: 'act', reason: 'not-in-role' }])
    const region = await readRegion(pool, { code, today })
    if (!region) return refuse('not-found')
    const path = regionPath(code).flatMap(({ scope, scopeId }) => (scope === 'region' ? [scopeId] : []))
    const above = await readRegionNames(
      pool,
      path.filter((one) => one !== code),
    )
    const below = await readRegionsBelow(pool, { parent: code, today })
    const listed = await readTreeOffices(pool, { prefix: regionPrefix(code), most: MOST_OFFICES })
    return accept({
      region,
      above: above.map((one) => ({ ...one, isOpen: reachesRegion(scope, one.code) })),
      roots: roots.length > 1 ? roots : [],
      below,
      ...listed,
      isNation: false,
      mayEdit: mayDoForRegion(actor.grants, 'edit-office', code),
      mayFound: mayDoForRegion(actor.grants, 'found-office', code),
    })
  }
  const isNation = first === ''
  if (!isNation && scope.officeIds.length === 0)
    return refuse('not-allowed', [{ path: 'act', reason: 'not-in-role' }])
  const listed = isNation
    ? { offices: [], total: 0 }
    : await readTreeOffices(pool, { ids: scope.officeIds, most: MOST_OFFICES })
  return accept({
    region: undefined,
    above: [],
    roots: [],
    below: isNation ? await readRegionsBelow(pool, { parent: undefined, today }) : [],
    ...listed,
    isNation,
    mayEdit: isNation && mayDo(actor.grants, 'edit-office', undefined),
    mayFound: isNation && mayDo(actor.grants, 'found-office', undefined),
  })
}
