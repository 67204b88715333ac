import { getTranslations } from 'next-intl/server'
import type { ProposalGroup } from '#components/approval/proposal-form.tsx'
import { LETTER_PARTS, type LetterWording } from '#lib/domain/letter-wording.ts'
import { LOCALES, type Locale, type LocalizedText } from '#lib/domain/localized-text.ts'
import type { TextName, VersionText } from '#lib/domain/text-draft.ts'
import { placeholdersOf } from '#lib/format/wording-faults.ts'

/** The fields of a text: of a letter its three parts in each language, of an announcement one. */
export async function textGroups(name: TextName): Promise<readonly ProposalGroup[]> {
  const t = await getTranslations('texts')
  const languages = await getTranslations('common.languages')
  const hint =
    name.kind === 'letter'
      ? t('placeholders', {
          names: placeholdersOf(name.key)
            .map((one) => `{${one}}`)
            .join(' '),
        })
      : undefined
  return LOCALES.map((locale, index) => ({
    id: locale,
    title: languages(locale),
    isOpen: index === 0,
    lang: locale,
    fields:
      name.kind === 'letter'
        ? LETTER_PARTS.map((part) => ({
            name: `text.${locale}.${part}`,
            label: t(`part.${part}`),
            hint: part === 'sms' ? hint : undefined,
            type: 'area' as const,
            rows: part === 'subject' ? 1 : 4,
            lang: locale,
          }))
        : [
            {
              name: `text.${locale}`,
              label: t('announcement'),
              type: 'area' as const,
              rows: 3,
              lang: locale,
            },
          ],
  }))
}

/** A text as it stands in those fields. */
export function textValues(text: VersionText | undefined): Record<string, string> {
  if (!text) return {}
  return Object.fromEntries(
    LOCALES.flatMap((locale) => {
      const words: LetterWording | string = text[locale]
      if (typeof words === 'string') return [[`text.${locale}`, words]]
      return LETTER_PARTS.map((part) => [`text.${locale}.${part}`, words[part]])
    }),
  )
}

/** The text that was typed into those fields. */
export function readText(name: TextName, values: Readonly<Record<string, string>>): VersionText {
  const typed = (field: string) => (values[field] ?? '').replaceAll('\r\n', '\n').trim()
  if (name.kind === 'announcement') return inEach((locale) => typed(`text.${locale}`)) satisfies LocalizedText
  return inEach((locale) => ({
    sms: typed(`text.${locale}.sms`),
    subject: typed(`text.${locale}.subject`),
    email: typed(`text.${locale}.email`),
  }))
}

function inEach<Words>(words: (locale: Locale) => Words): Readonly<Record<Locale, Words>> {
  return { 'zh-CN': words('zh-CN'), 'zh-Hant': words('zh-Hant'), en: words('en') }
}
