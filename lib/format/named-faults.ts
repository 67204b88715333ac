import type { Locale } from '#lib/domain/localized-text.ts'
import { isRefusalReason, type RefusalDetail } from '#lib/domain/refusal.ts'
import { translator } from '#lib/i18n/translator.ts'
import { refusalText } from './refusal-text.ts'

/** What is wrong with a form, in words. */
export interface NamedFaults {
  /** All of it for the top of the page, each with the name of its field and the id to put it right at. */
  readonly summary: readonly { readonly field: string; readonly text: string }[]
  /** What stands beside the field at a path. */
  readonly wrong: (path: string) => string | undefined
}

/** `nameOf` tells what the field at a path is called; what is of no field leads to the beginning of the page. */
export function namedFaults(
  locale: Locale,
  errors: readonly RefusalDetail[],
  nameOf: (locale: Locale, path: string) => string | undefined,
): NamedFaults {
  const common = translator(locale, 'common')
  const told = errors.map((error) => ({ field: error.path, text: sentenceOf(locale, error) }))
  return {
    summary: told.map(({ field, text }) => {
      const where = nameOf(locale, field)
      return where ? { field, text: common('errorAt', { where, text }) } : { field: 'main', text }
    }),
    wrong: (path) => told.find(({ field }) => field === path)?.text,
  }
}

// What is refused as a whole has a title; what is wrong with a field a sentence.
function sentenceOf(locale: Locale, error: RefusalDetail): string {
  const { reason } = error
  if (isRefusalReason(reason)) return refusalText(locale, { reason }).title
  const { title, errors } = refusalText(locale, { reason: 'invalid-input', errors: [error] })
  return errors[0]?.text ?? title
}
