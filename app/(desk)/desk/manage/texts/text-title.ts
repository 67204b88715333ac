import { getLocale, getTranslations } from 'next-intl/server'
import type { Locale } from '#lib/domain/localized-text.ts'
import type { TextName } from '#lib/domain/text-draft.ts'
import { sampleLetter } from '#lib/format/sample-letter.ts'

/** What a text is called: a letter by its own subject, as it would read. */
export async function textTitle(name: TextName): Promise<string> {
  const t = await getTranslations('texts')
  if (name.kind === 'announcement') return t('announcement')
  return t('letter', { subject: sampleLetter((await getLocale()) as Locale, name.key).subject })
}
