const MINUTE_MS = 60_000

/** A workstation that nobody touches is locked: the page stays, and the next one to touch it gives a code. */
const LOCK_AFTER_MS = 15 * MINUTE_MS
/** The longest shift. */
const OVER_AFTER_MS = 12 * 60 * MINUTE_MS
/** Between the password and the code. */
const PROVE_WITHIN_MS = 10 * MINUTE_MS

export interface ShiftTimes {
  readonly createdAt: Date
  readonly secondFactorAt: Date | null
  readonly lastSeenAt: Date
  readonly lockedAt: Date | null
}

/** `half`: the password was right, the code is still missing. */
export type ShiftState = 'half' | 'open' | 'locked' | 'over'

/** What a sign-in of staff is worth at this moment. Judged at every read, never by a job that may be late. */
export function stateOfShift(times: ShiftTimes, now: Date): ShiftState {
  const { createdAt, secondFactorAt, lastSeenAt, lockedAt } = times
  const age = now.getTime() - createdAt.getTime()
  if (age >= OVER_AFTER_MS) return 'over'
  if (!secondFactorAt) return age >= PROVE_WITHIN_MS ? 'over' : 'half'
  return lockedAt || now.getTime() - lastSeenAt.getTime() >= LOCK_AFTER_MS ? 'locked' : 'open'
}

/** When it locks if nobody touches it from now on, and when the shift is over in any case. */
export function endsOfShift({ createdAt, lastSeenAt }: ShiftTimes): {
  readonly locksAt: Date
  readonly endsAt: Date
} {
  const endsAt = new Date(createdAt.getTime() + OVER_AFTER_MS)
  const locksAt = new Date(Math.min(lastSeenAt.getTime() + LOCK_AFTER_MS, endsAt.getTime()))
  return { locksAt, endsAt }
}
