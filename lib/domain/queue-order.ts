import type { TicketState } from './ticket.ts'

/** Why somebody stands where they stand; a smaller rank is called first. */
export const QUEUE_RANK = { greenChannel: 0, appointment: 1, late: 2, walkIn: 3 } as const

/** So long after its time an appointment is still on time. */
export const GRACE_MINUTES = 15

/** So long before its time people may report at the desk. */
export const ARRIVAL_OPENS_MINUTES = 60

const MINUTE_MS = 60_000

export interface QueuePlace {
  readonly rank: number
  /** Inside a rank the earlier comes first. */
  readonly orderAt: Date
}

/**
 * Where an arrival stands in the queue: the green channel first, then appointments by their time, then those who came
 * after it, then walk-ins; among equals whoever came first. Old, disabled and pregnant people use the green channel
 * (婚姻登记工作规范). Who comes late waits behind those who came on time but is never sent away.
 */
export function queuePlace(arrival: {
  readonly arrivedAt: Date
  /** Start of the appointment; undefined for a walk-in. */
  readonly startsAt?: Date | undefined
  readonly greenChannel: boolean
}): QueuePlace {
  const { arrivedAt, startsAt, greenChannel } = arrival
  if (greenChannel) return { rank: QUEUE_RANK.greenChannel, orderAt: arrivedAt }
  if (!startsAt) return { rank: QUEUE_RANK.walkIn, orderAt: arrivedAt }
  const isLate = arrivedAt.getTime() > startsAt.getTime() + GRACE_MINUTES * MINUTE_MS
  return isLate
    ? { rank: QUEUE_RANK.late, orderAt: arrivedAt }
    : { rank: QUEUE_RANK.appointment, orderAt: startsAt }
}

/** The order in which numbers are called. */
export function compareInQueue(
  one: QueuePlace & { readonly number: number },
  other: QueuePlace & { readonly number: number },
): number {
  return one.rank - other.rank || one.orderAt.getTime() - other.orderAt.getTime() || one.number - other.number
}

/**
 * Where somebody stands who comes back after missing the call or leaving: behind those who stayed. Whom a clerk puts
 * back without their doing keeps the old place.
 */
export function placeOnReturn(
  ticket: QueuePlace & { readonly state: TicketState; readonly greenChannel: boolean },
  now: Date,
): QueuePlace {
  const { rank, orderAt, state, greenChannel } = ticket
  if (state !== 'missed' && state !== 'left') return { rank, orderAt }
  return { rank: greenChannel ? rank : Math.max(rank, QUEUE_RANK.late), orderAt: now }
}
