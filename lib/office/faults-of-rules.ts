import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import { addDays } from '#lib/domain/calendar-date.ts'
import { codePrefix, pathOfPlace } from '#lib/domain/place-act.ts'
import { faultsOfPolicy, type PolicyFault } from '#lib/domain/policy-fault.ts'
import type { Scope } from '#lib/domain/scope-path.ts'
import { SERVICES } from '#lib/domain/service.ts'
import { resolvePolicy } from './resolve-policy.ts'
import { type PolicyRule, policyBase } from './rules.sql.ts'

/** Why the rules of a place cannot stand together from a day on. */
export interface PlaceFault extends PolicyFault {
  readonly place: Scope
  readonly on: CalendarDate
}

/**
 * What is wrong with the rules of a place and of each place in it that has rules of its own, from a day on, whenever one of
 * them changes; each fault with its first day.
 */
export function faultsOfRules(
  rules: readonly PolicyRule[],
  /** In which region each office lies. */
  regions: ReadonlyMap<string, string>,
  place: Scope,
  from: CalendarDate,
): readonly PlaceFault[] {
  const days = new Set([
    from,
    ...rules.flatMap(({ validFrom, validTo }) => [validFrom, ...(validTo ? [addDays(validTo, 1)] : [])]),
  ])
  const places = new Map(
    [place, ...rules]
      .filter((one) => isWithin(one, place, regions))
      .map(({ scope, scopeId }) => [`${scope} ${scopeId}`, { scope, scopeId }]),
  )
  return [...places.values()].flatMap((one) => {
    const path = pathOfPlace({ ...one, officeRegion: regions.get(one.scopeId) })
    const found = [...days]
      .filter((on) => on >= from)
      .sort()
      .flatMap((on) => faultsOn(rules, path, on).map((fault) => ({ ...fault, place: one, on })))
    return found.filter(
      ({ key, fault }, index) =>
        found.findIndex((other) => other.key === key && other.fault === fault) === index,
    )
  })
}

function faultsOn(rules: readonly PolicyRule[], path: readonly Scope[], on: CalendarDate): PolicyFault[] {
  const found = [undefined, ...SERVICES].flatMap((service) =>
    faultsOfPolicy(resolvePolicy(rules, path, on, policyBase().policy, service)),
  )
  return [...new Map(found.map((fault) => [`${fault.key} ${fault.fault}`, fault])).values()]
}

function isWithin(one: Scope, place: Scope, regions: ReadonlyMap<string, string>): boolean {
  if (one.scope === place.scope && one.scopeId === place.scopeId) return true
  if (place.scope === 'national') return true
  if (place.scope === 'office') return false
  const code = one.scope === 'region' ? one.scopeId : (regions.get(one.scopeId) ?? '')
  return one.scope !== 'national' && code.startsWith(codePrefix(place.scopeId))
}
