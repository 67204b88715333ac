import type { LetterKind } from '#lib/domain/letter.ts'
import { LETTER_PARTS, type LetterWording } from '#lib/domain/letter-wording.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { loadMessages, type Messages } from '#lib/i18n/load-messages.ts'
import { wordsOf } from './letter-text.ts'

/** How the house words a letter, as ICU messages. */
export function houseWording(kind: LetterKind): Readonly<Record<Locale, LetterWording>> {
  return {
    'zh-CN': wordingIn('zh-CN', kind),
    'zh-Hant': wordingIn('zh-Hant', kind),
    en: wordingIn('en', kind),
  }
}

function wordingIn(locale: Locale, kind: LetterKind): LetterWording {
  const words = loadMessages(locale)[wordsOf(kind)] as Messages
  const parts = LETTER_PARTS.map((part) => [part, (words[part] as Messages)[kind]])
  return Object.fromEntries(parts) as unknown as LetterWording
}
