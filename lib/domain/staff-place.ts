import { isOfNation, type OfficePlace, rolesToGive, type StaffGrant, type StaffRole } from './permissions.ts'
import { NATION, type Scope } from './scope-path.ts'

/** A role as it is asked for on a screen: that of an administrator also for the whole nation. */
export type RoleWish = StaffRole | 'nation-admin'

/** Who has one of these runs offices or looks into their record: another person must agree before it is given. */
const SECONDED: readonly StaffRole[] = ['office-manager', 'city-admin', 'province-admin', 'auditor']

/** Whether a role takes force only when a second person has agreed. */
export function needsSecond(role: StaffRole): boolean {
  return SECONDED.includes(role)
}

/** What somebody may give, or ask for, from an office. */
export function wishesToGive(grants: readonly StaffGrant[], office: OfficePlace): readonly RoleWish[] {
  return [...rolesToGive(grants, office), ...(grants.some(isOfNation) ? (['nation-admin'] as const) : [])]
}

/** The role and the place that a wish made in an office stands for. */
export function grantOfWish(wish: RoleWish, office: OfficePlace): StaffGrant {
  return wish === 'nation-admin'
    ? { role: 'province-admin', ...NATION }
    : { role: wish, ...scopeOfRole(wish, office) }
}

/** Whether somebody with these roles may (still) give a role for its place; `officeRegion` is that of an office. */
export function mayGive(
  grants: readonly StaffGrant[],
  grant: StaffGrant,
  officeRegion: string | undefined,
): boolean {
  if (grant.scope === 'national') return isOfNation(grant) && grants.some(isOfNation)
  const place = placeOfGrant(grant, officeRegion ?? null)
  return place !== undefined && rolesToGive(grants, place).includes(grant.role)
}

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
