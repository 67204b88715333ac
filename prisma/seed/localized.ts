import type { LocalizedText } from '#lib/domain/localized-text.ts'

/** One text in the three languages, in the order in which the product lists them. */
export function localized(zhCN: string, zhHant: string, en: string): LocalizedText {
  return { 'zh-CN': zhCN, 'zh-Hant': zhHant, en }
}
