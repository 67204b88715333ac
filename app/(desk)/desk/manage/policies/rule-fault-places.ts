import { pool } from '#lib/db/pool.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import type { Refusal } from '#lib/domain/refusal.ts'
import type { Scope } from '#lib/domain/scope-path.ts'
import { policyKeyText } from '#lib/format/policy-text.ts'
import { namePlace } from '#lib/office/name-place.ts'

/** At which field each fault is shown; one of a place below (`rules.office.anji.horizonDays`) with its name and the rule's. */
export async function ruleFaultPlaces(
  locale: Locale,
  { errors = [] }: Refusal,
): Promise<(path: string) => { readonly field: string; readonly prefix?: string }> {
  const places = errors.map(({ path }) => path.split('.')).filter(([first]) => first === 'rules')
  const names = await Promise.all(
    places.map(async ([, scope, scopeId = '']) => {
      const name = await namePlace(pool(), { scope: scope as Scope['scope'], scopeId })
      return [scopeId, name?.[locale] ?? ''] as const
    }),
  )
  const known = new Map(names)
  return (path) => {
    const [first, , scopeId = '', ...key] = path.split('.')
    if (first !== 'rules') return { field: path }
    return {
      field: 'value',
      prefix: `${known.get(scopeId) ?? ''} ${policyKeyText(locale, key.join('.'))}`.trim(),
    }
  }
}
