import { type Scope, scopePath } from '#lib/domain/scope-path.ts'
import { keepFresh } from './keep-fresh.ts'
import { type PolicyRule, readOfficeRegions, readPolicyRules } from './rules.sql.ts'
import type { Queryable } from './store.ts'

/**
 * All dated rules, and the scopes from the nation to this office along which they hold; for an office that is not known,
 * the nation alone. Kept for a minute.
 */
export async function loadRules(
  queryable: Queryable,
  officeId: string | undefined,
  now: Date,
): Promise<{ readonly rules: readonly PolicyRule[]; readonly path: readonly Scope[] }> {
  const [rules, regions] = await keepFresh('policy rules', now, () =>
    Promise.all([readPolicyRules(queryable), readOfficeRegions(queryable)]),
  )
  const regionCode = regions.get(officeId ?? '')
  const office = officeId !== undefined && regionCode !== undefined ? { id: officeId, regionCode } : undefined
  return { rules, path: scopePath(office) }
}
