import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { Scope } from '#lib/domain/scope-path.ts'
import type { PolicyRule } from './rules.sql.ts'

/** A rule whose key has been read: what it is called among the values that are sought. */
export type ReadRule = Omit<PolicyRule, 'key'> & { readonly key: string }

/**
 * The values in force on a day along a path of scopes, key by key: the narrowest scope wins; within one scope the rule
 * of the later group, then the youngest. A rule of null takes the key away.
 */
export function resolveRules(
  rules: readonly (readonly ReadRule[])[],
  path: readonly Scope[],
  on: CalendarDate,
  base: object,
): Record<string, unknown> {
  const inForce = rules.flatMap((group) =>
    group
      .filter((rule) => rule.validFrom <= on && (rule.validTo === null || on <= rule.validTo))
      .sort((one, other) => one.validFrom.localeCompare(other.validFrom)),
  )
  const resolved = new Map<string, unknown>(Object.entries(base))
  for (const { scope, scopeId } of path) {
    for (const rule of inForce) {
      if (rule.scope !== scope || rule.scopeId !== scopeId) continue
      if (rule.value === null) resolved.delete(rule.key)
      else resolved.set(rule.key, rule.value)
    }
  }
  return Object.fromEntries(resolved)
}
