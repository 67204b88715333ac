import type { LetterKind } from '#lib/domain/letter.ts'
import { faultsOfWording, type LetterWording, type WordingFault } from '#lib/domain/letter-wording.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { readMessage } from '#lib/i18n/read-message.ts'
import { houseWording } from './house-wording.ts'

/** What is wrong with a letter worded anew, read as the ICU messages that it is made of. */
export function wordingFaults(
  kind: LetterKind,
  wording: Readonly<Record<Locale, LetterWording>>,
): readonly WordingFault[] {
  return faultsOfWording(wording, houseWording(kind), readMessage)
}

/** The names a letter may name, as they are typed. */
export function placeholdersOf(kind: LetterKind): readonly string[] {
  const parts = Object.values(houseWording(kind)['zh-CN'])
  return [...new Set(parts.flatMap((part) => readMessage(part)?.names ?? []))]
}
