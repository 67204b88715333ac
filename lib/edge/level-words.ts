import type { Locale } from '#lib/domain/localized-text.ts'
import { translator } from '#lib/i18n/translator.ts'

/** The five levels of a rating in words, the same as on the page behind its link. */
export function levelWords(locale: Locale): (level: number) => string {
  const words = translator(locale, 'rating')
  return (level) => words(`form.levels.${level}`)
}
