import { isCalendarDate } from '#lib/domain/calendar-date.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import type { Refusal, RefusalDetail, RefusalReason } from '#lib/domain/refusal.ts'
import { loadMessages } from '#lib/i18n/load-messages.ts'
import { type Translate, translator } from '#lib/i18n/translator.ts'
import { dayText } from './dates.ts'

/** A refusal in words: what happened and what to do, and a sentence for each field that is named. */
export interface RefusalText {
  readonly title: string
  readonly detail: string
  readonly errors: readonly { readonly path: string; readonly text: string }[]
}

/** `fault` is what people hear when something broke on our side. */
export type Spoken = RefusalReason | 'fault'

// Exhaustive by type: a reason that is added to the domain does not compile until it has its words.
const KEYS: Readonly<Record<Spoken, Spoken>> = {
  'invalid-input': 'invalid-input',
  'slot-full': 'slot-full',
  'slot-closed': 'slot-closed',
  'not-released': 'not-released',
  'too-late': 'too-late',
  'not-eligible': 'not-eligible',
  'already-booked': 'already-booked',
  'outside-legal-window': 'outside-legal-window',
  'wrong-office': 'wrong-office',
  'office-not-competent': 'office-not-competent',
  'hold-expired': 'hold-expired',
  'partner-code-wrong': 'partner-code-wrong',
  'not-found': 'not-found',
  'not-allowed': 'not-allowed',
  'blocked-no-show': 'blocked-no-show',
  'idempotency-mismatch': 'idempotency-mismatch',
  'rate-limited': 'rate-limited',
  overloaded: 'overloaded',
  fault: 'fault',
}

const said = new Map<string, Omit<RefusalText, 'errors'>>()

/** A refusal in the words of a language, for pages and for the API alike. */
export function refusalText(
  locale: Locale,
  refusal: Pick<Refusal, 'errors'> & { reason: Spoken },
): RefusalText {
  const { title, detail } = reasonText(locale, refusal.reason)
  if (!refusal.errors?.length) return { title, detail, errors: [] }
  const translate = translator(locale, 'refusals')
  const errors = refusal.errors.map((error) => ({
    path: error.path,
    text: fieldText(locale, translate, error),
  }))
  return { title, detail, errors }
}

// PERF: in a rush thousands hear the same refusal every second; its words are looked up once.
function reasonText(locale: Locale, reason: Spoken): Omit<RefusalText, 'errors'> {
  const key = `${locale} ${reason}`
  const known = said.get(key)
  if (known) return known
  const translate = translator(locale, 'refusals')
  const words = { title: translate(`${KEYS[reason]}.title`), detail: translate(`${KEYS[reason]}.detail`) }
  said.set(key, words)
  return words
}

function fieldText(locale: Locale, translate: Translate, { reason, earliestOn }: RefusalDetail): string {
  const known = hasWords(locale, reason) ? reason : 'other'
  const day = earliestOn && isCalendarDate(earliestOn) ? dayText(locale, earliestOn, 'plain') : 'none'
  return translate(`field.${known}`, { earliestOn: day })
}

function hasWords(locale: Locale, reason: string): boolean {
  const { refusals } = loadMessages(locale)
  return (
    typeof refusals === 'object' &&
    typeof refusals.field === 'object' &&
    Object.hasOwn(refusals.field, reason)
  )
}
