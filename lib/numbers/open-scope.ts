import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import type { LocalizedText } from '#lib/domain/localized-text.ts'
import { mayForScope, partsOf, readNumbersScope } from '#lib/domain/numbers-scope.ts'
import type { StaffAct } from '#lib/domain/permissions.ts'
import { regionPrefix } from '#lib/domain/place.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { regionPath, type Scope } from '#lib/domain/scope-path.ts'
import type { AskedOffices } from './asked.sql.ts'
import { findOfficesBelow, findPlacedOffice, nameRegions, type PlacedOffice } from './place.sql.ts'

/** A place that can be looked at by itself; the nation has no name of its own. */
export interface NumbersPlace {
  readonly at: string
  readonly name: LocalizedText | undefined
}

/** What numbers are asked for, with its offices and the lines they are broken down into. */
export interface OpenedScope {
  readonly scope: Scope
  readonly place: NumbersPlace
  /** From the widest one that this member of staff may see down to the one above this. */
  readonly above: readonly NumbersPlace[]
  readonly parts: readonly NumbersPlace[]
  readonly asked: AskedOffices
}

/** Opens the numbers of an office, a region or the nation to whoever may see all of it. */
export async function openScope(
  pool: Pool,
  { actor, at }: { readonly actor: StaffActor; readonly at: string },
  act: StaffAct,
): Promise<Result<OpenedScope>> {
  const scope = readNumbersScope(at)
  const own = scope.scope === 'office' ? await findPlacedOffice(pool, scope.scopeId) : undefined
  if (!mayForScope(actor.grants, act, scope, own))
    return refuse('not-allowed', [{ path: 'act', reason: 'not-in-role' }])
  const offices = own ? [own] : await findOfficesBelow(pool, prefixOf(scope))
  const path = pathAbove(scope, own).filter((place) => mayForScope(actor.grants, act, place, undefined))
  const keyOf = keyFor(partsOf(scope))
  const keys = offices.map(keyOf)
  const names = await nameRegions(pool, [...keys, scope.scopeId, ...path.map(({ scopeId }) => scopeId)])
  const nameOf = ({ scopeId }: Scope) => (own?.id === scopeId ? own.name : names.get(scopeId))
  if (scope.scope === 'region' && !names.has(scope.scopeId)) return refuse('not-found')
  const byId = new Map(offices.map((office) => [office.id, office.name]))
  return accept({
    scope,
    place: { at: scope.scopeId, name: nameOf(scope) },
    above: path.map((place) => ({ at: place.scopeId, name: nameOf(place) })),
    parts: [...new Set(keys)].map((key) => ({ at: key, name: byId.get(key) ?? names.get(key) })),
    asked: { ids: offices.map(({ id }) => id), keys },
  })
}

function prefixOf({ scope, scopeId }: Scope): string {
  return scope === 'national' ? '' : regionPrefix(scopeId)
}

function keyFor(parts: ReturnType<typeof partsOf>): (office: PlacedOffice) => string {
  if (parts === 'provinces') return ({ regionCode }) => `${regionCode.slice(0, 2)}0000`
  if (parts === 'cities') return ({ regionCode }) => `${regionCode.slice(0, 4)}00`
  return ({ id }) => id
}

function pathAbove(scope: Scope, office: PlacedOffice | undefined): Scope[] {
  if (scope.scope === 'national') return []
  const path = regionPath(office?.regionCode ?? scope.scopeId)
  return path.filter(({ scopeId }) => scopeId !== scope.scopeId)
}
