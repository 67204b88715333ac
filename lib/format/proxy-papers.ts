import type { ChecklistItem } from '#lib/domain/checklist.ts'
import { LOCALES, type LocalizedText } from '#lib/domain/localized-text.ts'
import { PROXY_PAPERS } from '#lib/domain/proxy.ts'
import { translator } from '#lib/i18n/translator.ts'

/** The papers of somebody who comes for another, as lines of a checklist: without them nothing is handed out. */
export function proxyPapers(): ChecklistItem[] {
  return PROXY_PAPERS.map((code) => ({
    code,
    name: inAll(`papers.${code}.name`),
    note: inAll(`papers.${code}.note`),
    kind: 'original',
    copies: 0,
    core: true,
    shared: true,
    source: translator('zh-CN', 'proxy')('source'),
  }))
}

function inAll(key: string): LocalizedText {
  return Object.fromEntries(
    LOCALES.map((locale) => [locale, translator(locale, 'proxy')(key)]),
  ) as LocalizedText
}
