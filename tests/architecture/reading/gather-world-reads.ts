import type { Gatherer, LineAt } from './listen.ts'
import type { Sighting } from './module.ts'

const CALLS = /^(fetch|setTimeout|setInterval|setImmediate|queueMicrotask)$/
const OBJECTS = /^(process|console|crypto|localStorage|sessionStorage|document|window|globalThis)$/

/** Uses of the world outside: the network, timers, the process, chance. A pure function has none. */
export function gatherWorldReads(lineAt: LineAt): Gatherer<Sighting> {
  const found: Sighting[] = []
  const add = (text: string, start: number) => found.push({ text, line: lineAt(start) })
  return {
    found,
    visitor: {
      CallExpression: ({ callee, start }) => {
        if (callee.type === 'Identifier' && CALLS.test(callee.name)) add(callee.name, start)
      },
      MemberExpression: ({ object, property, start }) => {
        if (object.type !== 'Identifier') return
        if (OBJECTS.test(object.name)) add(object.name, start)
        const chance = object.name === 'Math' && property.type === 'Identifier' && property.name === 'random'
        if (chance) add('Math.random', start)
      },
    },
  }
}
