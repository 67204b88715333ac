import type { Gatherer, LineAt } from './listen.ts'
import type { Sighting } from './module.ts'

/** The date-fns functions that ask the machine what time it is. */
const ASKS_THE_CLOCK =
  /^(is(Today|Tomorrow|Yesterday|Past|Future|This[A-Z]\w*)|(start|end)Of(Today|Tomorrow|Yesterday)|formatDistanceToNow(Strict)?)$/

/** `new Date()`, `Date()`, `Date.now`, `new TZDate()` and the date-fns functions that hide one of them. */
export function gatherClockReads(lineAt: LineAt): Gatherer<Sighting> {
  const found: Sighting[] = []
  const add = (text: string, start: number) => found.push({ text, line: lineAt(start) })
  return {
    found,
    visitor: {
      NewExpression: ({ callee, arguments: given, start }) => {
        if (callee.type === 'Identifier' && /^(TZ)?Date(Mini)?$/.test(callee.name) && given.length === 0) {
          add(`new ${callee.name}()`, start)
        }
      },
      CallExpression: ({ callee, start }) => {
        if (callee.type === 'Identifier' && callee.name === 'Date') add('Date()', start)
      },
      MemberExpression: ({ object, property, start }) => {
        const owner = object.type === 'MemberExpression' ? object.property : object
        const name = property.type === 'Identifier' ? property.name : undefined
        const ownerName = owner.type === 'Identifier' ? owner.name : ''
        if (name === 'now' && /^(Date|Temporal|Now)$/.test(ownerName)) add(`${ownerName}.now`, start)
        if (ownerName === 'Temporal' && name === 'Now') add('Temporal.Now', start)
      },
      ImportSpecifier: ({ imported, start }) => {
        if (imported.type === 'Identifier' && ASKS_THE_CLOCK.test(imported.name)) add(imported.name, start)
      },
    },
  }
}
