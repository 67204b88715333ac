import type { Locale } from '#lib/domain/localized-text.ts'
import { translator } from '#lib/i18n/translator.ts'

/** A text of the API's own documentation. */
export function apiText(locale: Locale, key: string): string {
  return translator(locale, 'api')(key)
}
