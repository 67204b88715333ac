import type { Locale } from '#lib/domain/localized-text.ts'
import { loadMessages, type Messages } from '#lib/i18n/load-messages.ts'
import { translator } from '#lib/i18n/translator.ts'

/** What was done, in words; an act that has none is called what it is: something else. */
export function actText(locale: Locale, act: string): string {
  return translator(locale, 'mine')(`trail.act.${hasWords(locale, act) ? act : 'unknown'}`)
}

/** Who did it; a channel by its name. */
export function whoText(locale: Locale, { who, name }: { who: string; name?: string }): string {
  const translate = translator(locale, 'mine')
  if (who !== 'channel') return translate(`trail.who.${who}`)
  return name ? translate('trail.who.channel', { name }) : translate('trail.who.channelUnnamed')
}

function hasWords(locale: Locale, act: string): boolean {
  const acts = ['mine', 'trail', 'act'].reduce<Messages | string | undefined>(
    (group, key) => (typeof group === 'object' ? group[key] : undefined),
    loadMessages(locale),
  )
  return typeof acts === 'object' && Object.hasOwn(acts, act)
}
