import { mayDoForRegion, type StaffGrant } from '#lib/domain/permissions.ts'
import { regionPath } from '#lib/domain/scope-path.ts'

/** The largest region around an office of which somebody may see all the weeks; undefined for those who see offices only. */
export function widestRegion(grants: readonly StaffGrant[], regionCode: string): string | undefined {
  return regionPath(regionCode).find(
    ({ scope, scopeId }) => scope === 'region' && mayDoForRegion(grants, 'see-week', scopeId),
  )?.scopeId
}
