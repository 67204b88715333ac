import { getLocale, getTranslations } from 'next-intl/server'
import type { Locale } from '#lib/domain/localized-text.ts'
import type { TextName } from '#lib/domain/text-draft.ts'
import { houseWording } from '#lib/format/house-wording.ts'

// A day or a time in a subject, with what stands between several of them.
const GAPS = /\{\w+\}(?:[\s–]*\{\w+\})*/g

/** What a text is called: a letter by the subject of the house, with a gap where the days and times would stand. */
export async function textTitle(name: TextName): Promise<string> {
  const t = await getTranslations('texts')
  if (name.kind === 'announcement') return t('announcement')
  const { subject } = houseWording(name.key)[(await getLocale()) as Locale]
  const short = subject.replace(GAPS, '…').replace(/[：:]\s*…$/, '')
  return t('letter', { subject: short })
}

/** A text message without the sign of its sender, with which all of them begin: `【约定】`, `Yueding: `. */
export function withoutSign(brand: string, sms: string): string {
  const text = sms.startsWith(`${brand}: `) ? sms.slice(brand.length + 2) : sms.replace(/^【[^】]*】/, '')
  return text.charAt(0).toUpperCase() + text.slice(1)
}
