import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import { faultsOfTerms, type RatingTerms, USUAL_TERMS } from '#lib/domain/rating-terms.ts'
import type { Scope } from '#lib/domain/scope-path.ts'
import { resolveRules } from './resolve-rules.ts'
import type { PolicyRule } from './rules.sql.ts'

/**
 * The terms of the rating on a day along a path of scopes, key by key: the usual ones where no rule says otherwise.
 * Rules that cannot stand are passed over for the usual terms: a complaint is never lost to a slip in a table.
 */
export function resolveRatingTerms(
  rules: readonly PolicyRule[],
  path: readonly Scope[],
  on: CalendarDate,
): RatingTerms {
  const stored = rules.filter(({ key, value }) => key in USUAL_TERMS && value !== null)
  const terms = resolveRules([stored], path, on, USUAL_TERMS) as unknown as RatingTerms
  return faultsOfTerms(terms).length === 0 ? terms : USUAL_TERMS
}
