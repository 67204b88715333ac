import { once } from '#lib/db/once.ts'
import { gauge } from '#lib/db/tally.ts'
import type { ClaimOutcome, SeatClaim } from './claim-seats.ts'

/** One who waits for a seat. */
export interface Waiting {
  readonly claim: SeatClaim
  readonly now: Date
  readonly marks: readonly string[]
  readonly resolve: (outcome: ClaimOutcome) => void
  readonly reject: (fault: unknown) => void
}

/** All of them, and what is being decided just now. */
export interface SeatQueue {
  waiting: Waiting[]
  running: number
  scheduled: boolean
  /** Persons and idempotency keys that a running statement decides about. */
  readonly underway: Set<string>
  /** Slots that a running statement has locked: a second one would only wait for it, and might overtake it. */
  readonly slots: Set<number>
  /** When so many last asked together that it was a rush (milliseconds since 1970). */
  rushedAt: number
}

/** Those who wait for seats in this process. */
export function seatQueue(): SeatQueue {
  return once<SeatQueue>('seat-queue', () => {
    const queue: SeatQueue = {
      waiting: [],
      running: 0,
      scheduled: false,
      underway: new Set(),
      slots: new Set(),
      rushedAt: 0,
    }
    gauge('seat_wishes_waiting', () => queue.waiting.length)
    return queue
  })
}
