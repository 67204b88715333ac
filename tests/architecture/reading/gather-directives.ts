import type { Gatherer, LineAt } from './listen.ts'
import type { Sighting } from './module.ts'

/** Every `use server`, at the top of a file or of a function: each opens a door to the public. */
export function gatherDirectives(lineAt: LineAt): Gatherer<Sighting> {
  const found: Sighting[] = []
  return {
    found,
    visitor: {
      ExpressionStatement: (node) => {
        if ('directive' in node && node.directive === 'use server') {
          found.push({ text: 'use server', line: lineAt(node.start) })
        }
      },
    },
  }
}
