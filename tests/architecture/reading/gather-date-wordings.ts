import type { Gatherer, LineAt } from './listen.ts'
import type { Sighting } from './module.ts'

/** What turns a value into words by a locale: `toLocale…`, `Intl.…Format`, next-intl's formatters. */
export function gatherDateWordings(lineAt: LineAt): Gatherer<Sighting> {
  const found: Sighting[] = []
  const add = (text: string, start: number) => found.push({ text, line: lineAt(start) })
  return {
    found,
    visitor: {
      MemberExpression: ({ object, property, start }) => {
        if (property.type !== 'Identifier') return
        if (/^toLocale[A-Z]/.test(property.name)) add(property.name, start)
        const ofIntl = object.type === 'Identifier' && object.name === 'Intl'
        if (ofIntl && /^(DateTime|Number|RelativeTime|Duration|List)Format$/.test(property.name)) {
          add(`Intl.${property.name}`, start)
        }
      },
      ImportSpecifier: ({ imported, start }) => {
        if (imported.type === 'Identifier' && /^(use|get|create)Formatter$/.test(imported.name)) {
          add(imported.name, start)
        }
      },
    },
  }
}
