import type { ClockTime } from './clock.ts'

/** The ways in which a person can be reached. */
export const CONTACT_MEDIA = ['sms', 'wechat', 'email'] as const

export type ContactMedium = (typeof CONTACT_MEDIA)[number]

/** How one person wants to be reached: their own, never the partner's. */
export interface Contact {
  readonly medium: ContactMedium
  readonly address: string
  /** No message between these two times, unless it cannot wait. Both the same: at any time. */
  readonly quietFrom: ClockTime
  readonly quietUntil: ClockTime
  /** Calls only between these two times. */
  readonly callFrom?: ClockTime
  readonly callUntil?: ClockTime
  /** Chosen because the other of the two must not read along. */
  readonly safe?: boolean
}

/** Without a wish of one's own: nothing at night. */
export const USUAL_QUIET = { quietFrom: '21:00', quietUntil: '08:00' } as const
