import { createTranslator } from 'next-intl'
import type { Locale } from '#lib/domain/localized-text.ts'
import { loadMessages } from './load-messages.ts'

export type Translate = (key: string, values?: Record<string, string | number>) => string

/** The texts of a namespace outside of pages: the API's titles, messages, calendar files. */
export function translator(locale: Locale, namespace: string): Translate {
  const translate = createTranslator({ locale, namespace, messages: { ...loadMessages(locale) } })
  return (key, values) => translate(key as never, values as never)
}
