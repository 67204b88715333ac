import type { Locale } from '#lib/domain/localized-text.ts'
import type { Refusal } from '#lib/domain/refusal.ts'
import { refusalText } from '#lib/format/refusal-text.ts'

/** What a clerk reads of a refusal: a sentence for each thing that is wrong, otherwise what it is as a whole. */
export function refusalLines(
  locale: Locale,
  refusal: Refusal,
): readonly { readonly field: string; readonly text: string }[] {
  const { title, errors } = refusalText(locale, refusal)
  if (errors.length === 0) return [{ field: 'main', text: title }]
  return errors.map(({ path, text }) => ({ field: path, text }))
}
