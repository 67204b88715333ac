import { USUAL_READING } from '#lib/domain/cooling-off.ts'
import type { PolicyRule } from './rules.sql.ts'

/** Whether a stored rule says how the law is read; the others say how one books. */
export function isOfReading({ key }: Pick<PolicyRule, 'key'>): boolean {
  return key in USUAL_READING
}
