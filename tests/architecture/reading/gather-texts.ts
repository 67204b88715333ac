import type { Gatherer, LineAt } from './listen.ts'
import type { Text } from './module.ts'

const LABELS = /^(aria-label|aria-description|aria-roledescription|aria-valuetext|alt|title|placeholder)$/

/** String literals as written: `\u3000` stays an escape, so only what a reader of the file sees as text counts as text. */
export function gatherTexts(lineAt: LineAt, source: string): Gatherer<Text> {
  const found: Text[] = []
  const add = (text: string, kind: Text['kind'], start: number) =>
    found.push({ text: text.trim(), kind, line: lineAt(start) })
  return {
    found,
    visitor: {
      Literal: (node) => {
        if (typeof node.value === 'string')
          add(source.slice(node.start + 1, node.end - 1), 'string', node.start)
      },
      TemplateElement: (node) => add(node.value.raw, 'string', node.start),
      JSXText: (node) => {
        if (node.value.trim() !== '') add(node.value, 'jsx', node.start)
      },
      JSXAttribute: ({ name, value, start }) => {
        if (name.type !== 'JSXIdentifier' || value?.type !== 'Literal') return
        if (LABELS.test(name.name)) add(value.value, 'label', start)
      },
    },
  }
}
