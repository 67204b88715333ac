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

function hasWords(locale: Locale, act: string): boolean {
  const acts = ['mine', 'trail', 'act'].reduce<Messages | string | undefined>(
    (group, key) => (typeof group === 'object' ? group[key] : undefined),
    loadMessages(locale),
  )
  return typeof acts === 'object' && Object.hasOwn(acts, act)
}
