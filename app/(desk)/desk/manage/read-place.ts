import { NATION, type Scope } from '#lib/domain/scope-path.ts'

/** The place that an address or a form names: `CN`, a region's code or an office's id; the office of the shift for none. */
export function readPlace(named: string | undefined, officeId: string): Scope {
  if (!named) return { scope: 'office', scopeId: officeId }
  if (named === NATION.scopeId) return NATION
  return /^\d{6}$/.test(named) ? { scope: 'region', scopeId: named } : { scope: 'office', scopeId: named }
}
