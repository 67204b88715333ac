import type { VisitorObject } from 'oxc-parser'

/** What listens to the walk over a file's tree, and what it has heard so far. */
export interface Gatherer<T> {
  visitor: VisitorObject
  found: T[]
}

/** Where an offset of the file lies, counted from line 1. */
export type LineAt = (offset: number) => number

/** Joins visitors into one, so that the tree is walked once however many listen. */
export function listen(visitors: readonly VisitorObject[]): VisitorObject {
  const joined: Record<string, (node: never) => void> = {}
  for (const visitor of visitors) {
    for (const [type, hear] of Object.entries(visitor) as [string, (node: never) => void][]) {
      const before = joined[type]
      joined[type] = before
        ? (node) => {
            before(node)
            hear(node)
          }
        : hear
    }
  }
  return joined
}
