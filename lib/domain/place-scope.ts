import { STAFF_ACTS, type StaffAct, type StaffGrant, type StaffRole } from './permissions.ts'
import { regionPrefix } from './place.ts'

/** Which places an act is allowed for: all that begin with one of the prefixes (GB/T 2260; '' is the nation), and single offices. */
export interface PlaceScope {
  readonly prefixes: readonly string[]
  readonly officeIds: readonly string[]
}

/** How far somebody's roles reach for an act. */
export function placesFor(grants: readonly StaffGrant[], act: StaffAct): PlaceScope {
  const roles: readonly StaffRole[] = STAFF_ACTS[act]
  const own = grants.filter(({ role }) => roles.includes(role))
  const prefixes = own.flatMap(({ scope, scopeId }) =>
    scope === 'national' ? [''] : scope === 'region' ? [regionPrefix(scopeId)] : [],
  )
  const widest = prefixes.filter(
    (prefix, index) =>
      prefixes.indexOf(prefix) === index &&
      !prefixes.some((other) => other !== prefix && prefix.startsWith(other)),
  )
  const officeIds = own.flatMap(({ scope, scopeId }) => (scope === 'office' ? [scopeId] : []))
  return { prefixes: widest.sort(), officeIds: [...new Set(officeIds)] }
}

/** Whether a region lies within the scope as a whole. */
export function reachesRegion({ prefixes }: PlaceScope, code: string): boolean {
  return prefixes.some((prefix) => regionPrefix(code).startsWith(prefix))
}
