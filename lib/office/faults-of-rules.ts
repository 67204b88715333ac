import { addDays, type CalendarDate } from '#lib/domain/calendar-date.ts'
import { codePrefix, pathOfPlace } from '#lib/domain/place-act.ts'
import { faultsOfPolicy, type PolicyFault } from '#lib/domain/policy-fault.ts'
import { faultsOfTerms, type RatingTerms, type TermsFault, USUAL_TERMS } from '#lib/domain/rating-terms.ts'
import type { Scope } from '#lib/domain/scope-path.ts'
import { SERVICES } from '#lib/domain/service.ts'
import { resolvePolicy } from './resolve-policy.ts'
import { resolveRules } from './resolve-rules.ts'
import { type PolicyRule, policyBase } from './rules.sql.ts'

type RuleFault = PolicyFault | TermsFault

/** Why the rules of a place cannot stand together from a day on. */
export type PlaceFault = RuleFault & { readonly place: Scope; readonly on: CalendarDate }

/**
 * What is wrong with the rules of a place and of each place in it that has rules of its own, from a day on, whenever one of
 * those that hold there changes; each fault with its first day.
 */
export function faultsOfRules(
  rules: readonly PolicyRule[],
  /** In which region each office lies. */
  regions: ReadonlyMap<string, string>,
  place: Scope,
  from: CalendarDate,
): readonly PlaceFault[] {
  const byPlace = Map.groupBy(rules, nameOf)
  const places = new Map(
    [place, ...rules]
      .filter((one) => isWithin(one, place, regions))
      .map((one) => [nameOf(one), { scope: one.scope, scopeId: one.scopeId }]),
  )
  return [...places.values()].flatMap((one) => {
    const path = pathOfPlace({ ...one, officeRegion: regions.get(one.scopeId) })
    const local = path.flatMap((scope) => byPlace.get(nameOf(scope)) ?? [])
    const found = daysOf(local, from).flatMap((on) =>
      faultsOn(local, path, on).map((fault) => ({ ...fault, place: one, on })),
    )
    return found.filter(
      ({ key, fault }, index) =>
        found.findIndex((other) => other.key === key && other.fault === fault) === index,
    )
  })
}

/** The day itself and the later ones on which a rule begins or has ended. */
function daysOf(rules: readonly PolicyRule[], from: CalendarDate): readonly CalendarDate[] {
  const changes = rules.flatMap(({ validFrom, validTo }) => [
    validFrom,
    ...(validTo ? [addDays(validTo, 1)] : []),
  ])
  return [...new Set([from, ...changes])].filter((on) => on >= from).sort()
}

function faultsOn(rules: readonly PolicyRule[], path: readonly Scope[], on: CalendarDate): RuleFault[] {
  const ofBooking = [undefined, ...SERVICES].flatMap((service) =>
    faultsOfPolicy(resolvePolicy(rules, path, on, policyBase().policy, service)),
  )
  const ofRating = rules.filter(({ key, value }) => key in USUAL_TERMS && value !== null)
  const terms = resolveRules([ofRating], path, on, USUAL_TERMS) as unknown as RatingTerms
  return [...ofBooking, ...faultsOfTerms(terms)]
}

function nameOf({ scope, scopeId }: Scope): string {
  return `${scope} ${scopeId}`
}

function isWithin(one: Scope, place: Scope, regions: ReadonlyMap<string, string>): boolean {
  if (nameOf(one) === nameOf(place) || place.scope === 'national') return true
  if (place.scope === 'office' || one.scope === 'national') return false
  const code = one.scope === 'region' ? one.scopeId : (regions.get(one.scopeId) ?? '')
  return code.startsWith(codePrefix(place.scopeId))
}
