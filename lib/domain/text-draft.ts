import type { CalendarDate } from './calendar-date.ts'
import { LETTER_KINDS, type LetterKind } from './letter.ts'
import type { LetterWording } from './letter-wording.ts'
import { LOCALES, type Locale, type LocalizedText } from './localized-text.ts'

/** What can be worded anew: each letter, and what the page of an office announces. */
export type TextName =
  | { readonly kind: 'letter'; readonly key: LetterKind }
  | { readonly kind: 'announcement'; readonly key: 'office' }

/** A letter has three parts in each language, an announcement one. */
export type VersionText = Readonly<Record<Locale, LetterWording>> | LocalizedText

/** What is asked for about a text of one place: a new version, or that a coming one does not come. */
export type TextDraft = { readonly name: TextName } & (
  | {
      readonly change: 'new'
      readonly text: VersionText
      readonly validFrom: CalendarDate
      readonly source: string
    }
  | { readonly change: 'take-back'; readonly versionId: string }
)

/** The request as it lies before the second person. */
export type TextRequest = TextDraft & {
  /** The word for the versions that were there when it was asked for. */
  readonly basis: string
  /** What is said on that day without it, and with it; undefined: an office announces nothing. */
  readonly before: VersionText | undefined
  readonly after: VersionText | undefined
  /** The version that it ends. */
  readonly ends: string | undefined
}

/** A text by the words of its row or of an address: `letter`, `confirmed`. */
export function textName(kind: string, key: string): TextName | undefined {
  if (kind === 'announcement' && key === 'office') return { kind, key }
  const letter = LETTER_KINDS.find((one) => one === key)
  return kind === 'letter' && letter ? { kind, key: letter } : undefined
}

const LONGEST_ANNOUNCEMENT = 400

/** In which languages an announcement is missing or too long. */
export function faultsOfAnnouncement(
  text: LocalizedText,
): readonly { readonly locale: Locale; readonly fault: 'required' | 'too-long' }[] {
  return LOCALES.flatMap((locale) => {
    const fault = !text[locale].trim()
      ? 'required'
      : text[locale].length > LONGEST_ANNOUNCEMENT
        ? 'too-long'
        : undefined
    return fault ? [{ locale, fault } as const] : []
  })
}
