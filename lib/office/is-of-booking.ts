import { USUAL_READING } from '#lib/domain/cooling-off.ts'
import { USUAL_TERMS } from '#lib/domain/rating-terms.ts'
import type { PolicyRule } from './rules.sql.ts'

/** Whether a stored rule says how one books; the others say how the law is read, or how a visit is rated. */
export function isOfBooking({ key }: Pick<PolicyRule, 'key'>): boolean {
  return !(key in USUAL_READING) && !(key in USUAL_TERMS)
}
