import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { ClockTime } from '#lib/domain/clock.ts'
import type { ContactMedium } from '#lib/domain/contact.ts'
import type { Service } from '#lib/domain/service.ts'
import { sealJson } from './seal-json.ts'

/** A message that belongs to no appointment: to whom, and what it tells. */
export interface LooseLetter {
  /** A fixed address, or somebody in the way they have chosen (index in base64), else by their phone. */
  readonly to:
    | { readonly medium: ContactMedium; readonly address: string }
    | { readonly personIndex: string; readonly phone: string }
  readonly service?: Service
  readonly officeId?: string
  readonly date?: CalendarDate
  readonly startTime?: ClockTime
  /** Instant (ISO) until which it counts; afterwards it is not sent. */
  readonly until?: string
  readonly digits?: string
  /** Path of our site, such as `/waiting`. */
  readonly path?: string
}

/** Seals such a message for `queueMessages`. */
export function sealLetter(letter: LooseLetter): Buffer {
  return sealJson('letter', letter)
}
