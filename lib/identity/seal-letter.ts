import type { ContactMedium } from '#lib/domain/contact.ts'
import { sealJson } from './seal-json.ts'

/** A message that belongs to no appointment, such as a one-time code: to whom, and what it tells. */
export interface LooseLetter {
  readonly to: { readonly medium: ContactMedium; readonly address: string }
  readonly digits: string
  /** Instant (ISO) until which it counts; afterwards it is not sent. */
  readonly until: string
}

/** Seals such a message for `queueMessages`. */
export function sealLetter(letter: LooseLetter): Buffer {
  return sealJson('letter', letter)
}
