import { type OfficePlace, rolesToGive, type StaffGrant, type StaffRole } from './permissions.ts'
import type { Scope } from './scope-path.ts'

/** For what a role is given by somebody who stands in an office: that office, its city, or its province. */
export function scopeOfRole(role: StaffRole, office: OfficePlace): Scope {
  switch (role) {
    case 'city-admin':
      return { scope: 'region', scopeId: `${office.regionCode.slice(0, 4)}00` }
    case 'province-admin':
    case 'auditor':
      return { scope: 'region', scopeId: `${office.regionCode.slice(0, 2)}0000` }
    default:
      return { scope: 'office', scopeId: office.id }
  }
}

/** A role with the place it is for; an office's region is read from the database. */
export interface PlacedGrant extends StaffGrant {
  readonly place: OfficePlace | undefined
}

/** The place of a grant for a region: no office of it, so that only those above count. */
export function placeOfGrant(
  { scope, scopeId }: Scope,
  officeRegion: string | null,
): OfficePlace | undefined {
  if (scope === 'national') return undefined
  return scope === 'office'
    ? { id: scopeId, regionCode: officeRegion ?? '' }
    : { id: '', regionCode: scopeId }
}

/**
 * Whether somebody looks after the account of another: every role that the other has is one they could give there.
 * Nobody looks after their own.
 */
export function looksAfter(
  actor: { readonly id: string; readonly grants: readonly StaffGrant[] },
  other: { readonly id: string; readonly grants: readonly PlacedGrant[] },
): boolean {
  if (actor.id === other.id || other.grants.length === 0) return false
  return other.grants.every(
    ({ role, place }) => place !== undefined && rolesToGive(actor.grants, place).includes(role),
  )
}
