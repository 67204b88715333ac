import type { StaffActor } from './actor.ts'
import { mayDo, mayDoForRegion, type StaffAct, type StaffGrant } from './permissions.ts'
import { type Refusal, refuse } from './refusal.ts'
import { regionPath, type Scope, scopePath } from './scope-path.ts'

/** The nation, a region or an office; of an office also the region it lies in. */
export interface ActPlace extends Scope {
  /** GB/T 2260, of an office; without it nobody may do anything there. */
  readonly officeRegion?: string | undefined
}

/** Whether one of the grants allows an act for a place, however wide it is. */
export function mayDoAt(grants: readonly StaffGrant[], act: StaffAct, place: ActPlace): boolean {
  const { scope, scopeId, officeRegion } = place
  if (scope === 'national') return mayDo(grants, act, undefined)
  if (scope === 'region') return mayDoForRegion(grants, act, scopeId)
  return officeRegion !== undefined && mayDo(grants, act, { id: scopeId, regionCode: officeRegion })
}

/** Undefined where this member of staff may do the act for the place; otherwise the refusal that every verb gives. */
export function refuseStaffAt(actor: StaffActor, act: StaffAct, place: ActPlace): Refusal | undefined {
  return mayDoAt(actor.grants, act, place)
    ? undefined
    : refuse('not-allowed', [{ path: 'act', reason: 'not-in-role' }])
}

/** The digits of a region's code that all places in it begin with: `44` for a province, `4403` for a city. */
export function codePrefix(regionCode: string): string {
  return regionCode.replace(/(00){1,2}$/, '')
}

/** From the nation to the place itself: along this, the narrowest rule holds. */
export function pathOfPlace({ scope, scopeId, officeRegion }: ActPlace): readonly Scope[] {
  if (scope === 'region') return regionPath(scopeId)
  return scopePath(officeRegion === undefined ? undefined : { id: scopeId, regionCode: officeRegion })
}
