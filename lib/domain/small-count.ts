/** Fewer people than this could be recognised by whoever knows one of them. */
export const FEWEST_SHOWN = 5

/** A count as it is shown: `few` where it would tell something about single people, or help to work out one that would. */
export type ShownCount = number | 'few'

export interface Countable {
  readonly count: number
  /** About people in distress. */
  readonly isDelicate: boolean
}

/** A single count about people in distress; none at all tells nothing of anybody. */
export function shownCount(count: number): ShownCount {
  return count > 0 && count < FEWEST_SHOWN ? 'few' : count
}

/**
 * The counts of one column of which the sum stands beside them. A small one about people in distress is hidden, and then
 * the next smallest ones with it until what is hidden adds up to enough: otherwise the sum minus the others would tell it.
 */
export function hideSmall(cells: readonly Countable[]): ShownCount[] {
  const hidden = new Set(
    cells.flatMap(({ count, isDelicate }, index) =>
      isDelicate && shownCount(count) === 'few' ? [index] : [],
    ),
  )
  const others = cells
    .map(({ count }, index) => ({ count, index }))
    .filter(({ count, index }) => count > 0 && !hidden.has(index))
    .sort((one, other) => one.count - other.count)
  const sum = () => [...hidden].reduce((total, index) => total + (cells[index]?.count ?? 0), 0)
  while (hidden.size > 0 && (hidden.size < 2 || sum() < FEWEST_SHOWN)) {
    const next = others.shift()
    if (!next) break
    hidden.add(next.index)
  }
  return cells.map(({ count }, index) => (hidden.has(index) ? 'few' : count))
}
