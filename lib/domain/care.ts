import type { ClockTime } from './clock.ts'
import { faultsOfCallHours } from './contact-change.ts'
import type { RefusalDetail } from './refusal.ts'

/** What one of the two asks of the desk, unseen by the other. */
export interface Care {
  /** Comes and goes apart from the other, and waits elsewhere. */
  readonly separate: boolean
  /** Calls only between these two times. */
  readonly callFrom?: ClockTime
  readonly callUntil?: ClockTime
  /** In their own words, at most `CARE_NOTE_LENGTH` characters. */
  readonly note?: string
}

export const CARE_NOTE_LENGTH = 200

/** The same as typed. */
export interface CareInput {
  readonly separate: boolean
  readonly callFrom?: string | undefined
  readonly callUntil?: string | undefined
  readonly note?: string | undefined
}

/** A wish that can be kept (undefined when nothing is asked), or what is wrong with which field. */
export function readCare(
  input: CareInput,
): { readonly care: Care | undefined } | { readonly errors: readonly RefusalDetail[] } {
  const { separate, callFrom, callUntil } = input
  const note = input.note?.normalize('NFC').trim()
  const errors = [...faultsOfCallHours(callFrom, callUntil)]
  if (note && Array.from(note).length > CARE_NOTE_LENGTH) errors.push({ path: 'note', reason: 'too-long' })
  if (errors.length > 0) return { errors }
  const call = callFrom && callUntil ? { callFrom, callUntil } : {}
  if (!separate && !callFrom && !note) return { care: undefined }
  return { care: { separate, ...call, ...(note ? { note } : {}) } }
}
