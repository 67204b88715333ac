import { getTranslations } from 'next-intl/server'
import type { ChangeLine } from '#components/approval/change-lines.tsx'
import type { ProposalState } from '#components/approval/proposal-form.tsx'
import type { ProposalSample } from '#components/approval/sample-list.tsx'
import type { LetterWording } from '#lib/domain/letter-wording.ts'
import { LOCALES, type Locale } from '#lib/domain/localized-text.ts'
import type { TextName, TextRequest, VersionText } from '#lib/domain/text-draft.ts'
import { dayText } from '#lib/format/dates.ts'
import { sampleLetter } from '#lib/format/sample-letter.ts'
import type { TextPicture } from '#lib/office/weigh-text.ts'
import { textValues } from './text-fields.ts'

/** What a change of a text would do, in words, and how people would read it. */
export async function textPreview(
  locale: Locale,
  { request, validTo }: TextPicture,
): Promise<NonNullable<ProposalState['preview']>> {
  const t = await getTranslations('approvals.proposal')
  const from =
    request.change === 'new' ? [t('from', { day: dayText(locale, request.validFrom, 'plain') })] : []
  const until = validTo ? [t('until', { day: dayText(locale, validTo, 'plain') })] : []
  return {
    basis: request.basis,
    notes: [...from, ...until],
    lines: await textLines(request),
    samples: await textSamples(request.name, request.after),
  }
}

/** The parts that differ, each in its language. */
export async function textLines({
  before,
  after,
}: Pick<TextRequest, 'before' | 'after'>): Promise<readonly ChangeLine[]> {
  const t = await getTranslations('texts')
  const languages = await getTranslations('common.languages')
  const [one, other] = [textValues(before), textValues(after)]
  const fields = [...new Set([...Object.keys(one), ...Object.keys(other)])]
  return fields
    .filter((field) => one[field] !== other[field])
    .map((field) => {
      const [, lang = 'zh-CN', part] = field.split('.')
      const language = languages(lang as Locale)
      const title = part ? t('partIn', { part: t(`part.${part as 'sms'}`), language }) : language
      return { id: field, title, before: one[field] ?? '', after: other[field] ?? '', lang }
    })
}

/** How a text reads in the three languages, with invented facts. */
export async function textSamples(
  name: TextName,
  text: VersionText | undefined,
): Promise<readonly ProposalSample[]> {
  const t = await getTranslations('texts')
  const languages = await getTranslations('common.languages')
  return LOCALES.flatMap((lang): ProposalSample[] => {
    const language = languages(lang)
    const words: LetterWording | string | undefined = text?.[lang]
    if (name.kind === 'announcement')
      return typeof words === 'string' ? [{ id: lang, title: language, text: words, lang }] : []
    const letter = sampleLetter(lang, name.key, typeof words === 'string' ? undefined : words)
    const { characters, parts } = letter.smsLength
    return [
      {
        id: `${lang} sms`,
        title: `${t('partIn', { part: t('part.sms'), language })} · ${t('length', { characters, parts })}`,
        text: letter.sms,
        lang,
      },
      {
        id: `${lang} email`,
        title: t('partIn', { part: t('part.email'), language }),
        text: `${letter.subject}\n\n${letter.email}`,
        lang,
      },
    ]
  })
}
