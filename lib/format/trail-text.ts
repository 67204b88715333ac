import type { Locale } from '#lib/domain/localized-text.ts'
import { loadMessages, type Messages } from '#lib/i18n/load-messages.ts'
import { translator } from '#lib/i18n/translator.ts'

/** What was done, in words; an act that has none is called what it is: something else. */
export function actText(locale: Locale, act: string): string {
  return translator(locale, 'mine')(`trail.act.${hasWords(locale, act) ? act : 'unknown'}`)
}

/** Who did it; a channel by its name, and for whom where that is known. */
export function whoText(
  locale: Locale,
  entry: { readonly who: string; readonly name?: string; readonly forWhom?: 'you' | 'other' },
): string {
  const translate = translator(locale, 'mine.trail.who')
  const { who, name, forWhom } = entry
  if (who !== 'channel') return translate(who)
  if (!name) return translate('channelUnnamed')
  return translate(forWhom ? FOR[forWhom] : 'channel', { name })
}

const FOR = { you: 'channelForYou', other: 'channelForOther' } as const

/** Every act that has words, by its words: for a list to choose from. */
export function actChoices(locale: Locale): readonly { readonly value: string; readonly text: string }[] {
  return Object.keys(actWords(locale))
    .filter((act) => act !== 'unknown')
    .map((value) => ({ value, text: actText(locale, value) }))
    .sort((one, other) => (one.text < other.text ? -1 : 1))
}

function hasWords(locale: Locale, act: string): boolean {
  return Object.hasOwn(actWords(locale), act)
}

function actWords(locale: Locale): Messages {
  const acts = ['mine', 'trail', 'act'].reduce<Messages | string | undefined>(
    (group, key) => (typeof group === 'object' ? group[key] : undefined),
    loadMessages(locale),
  )
  return typeof acts === 'object' ? acts : {}
}
