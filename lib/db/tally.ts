import { once } from './once.ts'

/** Upper ends of the classes that durations are counted in, in seconds. */
export const DURATION_CLASSES = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const

/** Durations of one kind: how many in each class, the last one for those beyond all, and their sum in seconds. */
export interface Durations {
  readonly classes: number[]
  sum: number
}

interface Tallies {
  /** By name, then by label. */
  readonly counts: Map<string, Map<string, number>>
  readonly durations: Map<string, Map<string, Durations>>
  readonly gauges: Map<string, () => number>
}

/** What this process has counted since its start, for whoever watches it. */
export function tallies(): Tallies {
  return once('tallies', () => ({ counts: new Map(), durations: new Map(), gauges: new Map() }))
}

/** Counts one more. PERF: two looks into a map; nothing is written and nothing waits. Labels are words of ours, never of people. */
export function tally(name: string, label: string): void {
  const labels = within(tallies().counts, name, () => new Map<string, number>())
  labels.set(label, (labels.get(label) ?? 0) + 1)
}

/** Counts that something took so many seconds. */
export function tallyDuration(name: string, label: string, seconds: number): void {
  const labels = within(tallies().durations, name, () => new Map<string, Durations>())
  const kept = within(labels, label, noDurations)
  const found = DURATION_CLASSES.findIndex((end) => seconds <= end)
  const index = found < 0 ? DURATION_CLASSES.length : found
  kept.classes[index] = (kept.classes[index] ?? 0) + 1
  kept.sum += seconds
}

function noDurations(): Durations {
  return { classes: new Array(DURATION_CLASSES.length + 1).fill(0), sum: 0 }
}

function within<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

/** Makes a length known that is asked for only when somebody watches. */
export function gauge(name: string, read: () => number): void {
  tallies().gauges.set(name, read)
}
