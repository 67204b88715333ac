import { pool } from '#lib/db/pool.ts'
import { type NamedValue, readHandedValues } from './place-value.sql.ts'
import { keptValues } from './store.ts'

const NAME = 'handed values'
const KEPT_FOR_MS = 60_000

/**
 * Everything that places hand down, as it was at most a minute ago; a change made by this process is seen at once.
 * PERF: every look at an office needs it, so it is no query of each.
 */
export function loadHandedValues(): Promise<readonly NamedValue[]> {
  const kept = keptValues()
  const known = kept.get(NAME)
  if (known) return known.value as Promise<readonly NamedValue[]>
  const value = readHandedValues(pool())
  kept.set(NAME, { value, until: Number.POSITIVE_INFINITY })
  const forget = () => {
    if (kept.get(NAME)?.value === value) kept.delete(NAME)
  }
  value.catch(forget)
  setTimeout(forget, KEPT_FOR_MS).unref()
  return value
}
