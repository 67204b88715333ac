import type { CapacityChange } from '#lib/domain/capacity-change.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { dayText } from './dates.ts'

/** The key of the words for a change (`changes.what`). */
export function changedWhat(change: CapacityChange) {
  return change.kind === 'closure' ? change.mode : change.kind
}

/** The days that a change names itself, in words; empty where it is about rules. */
export function changedDays(locale: Locale, change: CapacityChange): string {
  if (change.kind === 'special-day') return dayText(locale, change.date, 'long')
  if (change.kind !== 'closure') return ''
  const { from, until } = change
  return from === until
    ? dayText(locale, from, 'long')
    : `${dayText(locale, from, 'long')} – ${dayText(locale, until, 'long')}`
}
