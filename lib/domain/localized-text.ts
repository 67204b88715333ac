/** The languages of the product; Chinese in simplified script is the original. */
export const LOCALES = ['zh-CN', 'zh-Hant', 'en'] as const

export type Locale = (typeof LOCALES)[number]

/** One text of the data (an office's name, a checklist item) in all languages. */
export type LocalizedText = Readonly<Record<Locale, string>>

export function isLocale(value: string): value is Locale {
  return (LOCALES as readonly string[]).includes(value)
}

/** A text that stands in every language as it was typed. */
export function everywhere(text: string): LocalizedText {
  return { 'zh-CN': text, 'zh-Hant': text, en: text }
}
