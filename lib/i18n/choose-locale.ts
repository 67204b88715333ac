import { isLocale, type Locale } from '#lib/domain/localized-text.ts'

/** The language chosen before, or the first of an Accept-Language list that we speak, or simplified Chinese. */
export function chooseLocale(chosen: string | undefined, acceptLanguage: string | undefined): Locale {
  if (chosen && isLocale(chosen)) return chosen
  const wishes = (acceptLanguage ?? '')
    .split(',')
    .map((wish) => wish.split(';')[0]?.trim().toLowerCase() ?? '')
  for (const wish of wishes) {
    if (/^zh-(hant|tw|hk|mo)/.test(wish)) return 'zh-Hant'
    if (wish.startsWith('zh')) return 'zh-CN'
    if (wish.startsWith('en')) return 'en'
  }
  return 'zh-CN'
}
