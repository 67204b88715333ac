import { LOCALES, type LocalizedText } from '#lib/domain/localized-text.ts'
import { translator } from '#lib/i18n/translator.ts'

/** Reasons that come again and again; each stands in all languages. */
export const CHANGE_REASONS = ['power', 'weather', 'systems', 'training', 'works', 'illness'] as const

/** Nobody chooses it: the day is no more what it was, by a notice or by the end of an office. */
const OTHER_HOURS = 'calendar'

/** Why an office changes something, as couples read it: one of the usual reasons, or words as they were typed. */
export function changeReason(chosen: string, typed: string): LocalizedText {
  const own = typed.normalize('NFKC').trim().slice(0, 120)
  const usual = [...CHANGE_REASONS, OTHER_HOURS].find((one) => one === chosen)
  const [cn, hant, en] = LOCALES.map((locale) =>
    usual && own === '' ? translator(locale, 'changes.reasons')(usual) : own,
  )
  return { 'zh-CN': cn ?? own, 'zh-Hant': hant ?? own, en: en ?? own }
}
