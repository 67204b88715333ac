import { createTranslator } from 'next-intl'
import type { Locale } from '#lib/domain/localized-text.ts'
import { readMessage } from './read-message.ts'

/** An ICU message that is not of the house, with its values; undefined where it is broken or asks for what is not there. */
export function fillMessage(
  locale: Locale,
  message: string,
  values: Readonly<Record<string, string>>,
): string | undefined {
  const shape = readMessage(message)
  if (!shape || shape.isStrange || !shape.names.every((name) => Object.hasOwn(values, name))) return undefined
  const filled = createTranslator({ locale, messages: { message } })('message', values)
  return filled.trim() === '' ? undefined : filled
}
