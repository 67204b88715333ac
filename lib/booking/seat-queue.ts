import { once } from '#lib/db/once.ts'
import type { PoolClient } from '#lib/db/pool.ts'
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

/** A connection while statements run on it: one after the other, in the order in which they were sent. */
interface SeatLine {
  readonly client: Promise<PoolClient>
  statements: number
  isBroken: boolean
}

/** What is decided one after the other. */
export interface SeatLane {
  running: number
  line: SeatLine | undefined
  /** How many of its batches want a slot: a statement on another lane would only wait for theirs, and might overtake them. */
  readonly slots: Map<number, number>
}

/** At most so many statements at once: more would only queue for the same slots. */
const LANES = 2

/** All of them, and what is being decided just now. */
export interface SeatQueue {
  waiting: Waiting[]
  scheduled: boolean
  readonly lanes: readonly SeatLane[]
  /** Persons and idempotency keys that a running statement decides about. */
  readonly underway: Set<string>
  /** When so many last asked together that it was a rush (milliseconds since 1970). */
  rushedAt: number
}

/** Those who wait for seats in this process. */
export function seatQueue(): SeatQueue {
  return once<SeatQueue>('seat-queue', () => {
    const queue: SeatQueue = {
      waiting: [],
      scheduled: false,
      lanes: Array.from({ length: LANES }, () => ({ running: 0, line: undefined, slots: new Map() })),
      underway: new Set(),
      rushedAt: 0,
    }
    gauge('seat_wishes_waiting', () => queue.waiting.length)
    return queue
  })
}
