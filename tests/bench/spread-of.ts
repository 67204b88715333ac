/** Milliseconds. */
export interface Spread {
  readonly count: number
  readonly p50: number
  readonly p95: number
}

/** How times are spread: half of them within `p50`, 95 of 100 within `p95`. */
export function spreadOf(milliseconds: readonly number[]): Spread {
  const sorted = [...milliseconds].sort((one, other) => one - other)
  const at = (part: number) => sorted[Math.floor(sorted.length * part)] ?? 0
  return { count: sorted.length, p50: at(0.5), p95: at(0.95) }
}
