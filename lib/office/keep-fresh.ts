import { keptValues } from './store.ts'

const KEPT_FOR_MS = 60_000

/**
 * The value of this name as it was at most a minute ago; `load` is asked when it is older. Many who ask at once share
 * one loading, and a loading that fails is not kept.
 */
export function keepFresh<Value>(name: string, now: Date, load: () => Promise<Value>): Promise<Value> {
  const kept = keptValues()
  const known = kept.get(name)
  // A clock that was set back must not keep a value for longer than a minute either.
  const age = known ? known.until - now.getTime() : 0
  if (known && age > 0 && age <= KEPT_FOR_MS) return known.value as Promise<Value>
  const value = load()
  kept.set(name, { value, until: now.getTime() + KEPT_FOR_MS })
  value.catch(() => {
    if (kept.get(name)?.value === value) kept.delete(name)
  })
  return value
}
