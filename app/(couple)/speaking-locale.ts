import { getLocale } from 'next-intl/server'
import { isLocale, type Locale } from '#lib/domain/localized-text.ts'

/** The language of this request, as the data names it. */
export async function speakingLocale(): Promise<Locale> {
  const locale = await getLocale()
  return isLocale(locale) ? locale : 'zh-CN'
}
