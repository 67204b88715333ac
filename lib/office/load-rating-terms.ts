import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { RatingTerms } from '#lib/domain/rating-terms.ts'
import { loadRules } from './load-rules.ts'
import { resolveRatingTerms } from './resolve-rating-terms.ts'
import type { Queryable } from './store.ts'

/** Under which terms a visit to an office on a day is rated: the nation's, then those of its regions, then its own. */
export async function loadRatingTerms(
  queryable: Queryable,
  officeId: string,
  { on, now }: { readonly on: CalendarDate; readonly now: Date },
): Promise<RatingTerms> {
  const { rules, path } = await loadRules(queryable, officeId, now)
  return resolveRatingTerms(rules, path, on)
}
