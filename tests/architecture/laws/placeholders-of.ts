import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'

/**
 * What a message asks of its caller: `{name}`, `<tag>`, and the cases of a select. Plural forms are left out, since
 * languages differ in them; so is the way a value is formatted.
 * Throws where the text is not an ICU message.
 */
export function placeholdersOf(message: string): string[] {
  return [...new Set(parse(message).flatMap(asksOf))].sort()
}

function asksOf(element: MessageFormatElement): string[] {
  switch (element.type) {
    case TYPE.literal:
    case TYPE.pound:
      return []
    case TYPE.tag:
      return [`<${element.value}>`, ...element.children.flatMap(asksOf)]
    case TYPE.select: {
      const cases = Object.keys(element.options).sort().join('|')
      return [`{${element.value}, select ${cases}}`, ...insideOptions(element.options)]
    }
    case TYPE.plural:
      return [`{${element.value}}`, ...insideOptions(element.options)]
    default:
      return [`{${element.value}}`]
  }
}

function insideOptions(options: Readonly<Record<string, { value: MessageFormatElement[] }>>): string[] {
  return Object.values(options).flatMap(({ value }) => value.flatMap(asksOf))
}
