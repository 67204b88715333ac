import { mayDo, mayDoForRegion, type OfficePlace, type StaffAct, type StaffGrant } from './permissions.ts'
import type { Scope } from './scope-path.ts'

const NATION = 'CN'

/** What numbers are asked for: the nation (`CN`), a region (GB/T 2260) or an office, as an address calls it. */
export function readNumbersScope(text: string): Scope {
  if (text === NATION) return { scope: 'national', scopeId: NATION }
  return /^\d{6}$/.test(text) ? { scope: 'region', scopeId: text } : { scope: 'office', scopeId: text }
}

/** Whether somebody may do an act with the numbers of all of this place; for an office its place has to be known. */
export function mayForScope(
  grants: readonly StaffGrant[],
  act: StaffAct,
  asked: Scope,
  office: OfficePlace | undefined,
): boolean {
  if (asked.scope === 'national') return mayDo(grants, act, undefined)
  if (asked.scope === 'region') return mayDoForRegion(grants, act, asked.scopeId)
  return office !== undefined && mayDo(grants, act, office)
}

/** By what the numbers of a place are broken down: provinces of the nation, cities of a province, otherwise offices. */
export function partsOf({ scope, scopeId }: Scope): 'provinces' | 'cities' | 'offices' {
  if (scope === 'national') return 'provinces'
  return scope === 'region' && scopeId.endsWith('0000') ? 'cities' : 'offices'
}
