import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import type { MessageShape } from '#lib/domain/letter-wording.ts'

/** What an ICU message asks for; undefined where the text is none. */
export function readMessage(message: string): MessageShape | undefined {
  try {
    const elements = parse(message).flatMap(withInside)
    const asking = elements.filter(({ type }) => type !== TYPE.literal)
    return {
      names: [...new Set(asking.flatMap((one) => ('value' in one ? [one.value] : [])))],
      choices: Object.fromEntries(
        asking.flatMap((one) => (one.type === TYPE.select ? [[one.value, Object.keys(one.options)]] : [])),
      ),
      isStrange: asking.some(({ type }) => type !== TYPE.argument && type !== TYPE.select),
    }
  } catch {
    return undefined
  }
}

function withInside(element: MessageFormatElement): MessageFormatElement[] {
  if (element.type !== TYPE.select) return [element]
  return [element, ...Object.values(element.options).flatMap(({ value }) => value.flatMap(withInside))]
}
