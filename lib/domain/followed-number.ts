import type { DeskWindow } from './desk-day.ts'
import { isAtWindow, type Ticket, ticketNumber } from './ticket.ts'
import { estimateWaits } from './waiting-estimate.ts'

/** How a number stands, for the phone of whoever holds it: nothing in it tells who that is or what for. */
export interface FollowedNumber {
  readonly number: string
  readonly state: 'one-missing' | 'waiting' | 'called' | 'serving' | 'parked' | 'missed' | 'over'
  /** Where they are called or served. */
  readonly window: string | undefined
  /** How often they were called: a call more is a call to notice. */
  readonly calls: number
  readonly ahead: number | undefined
  /** Whole minutes, from a good day to a bad one; undefined when nobody can tell. */
  readonly wait: readonly [number, number] | undefined
}

/** How one of the numbers of a queue stands. */
export function followedNumber(
  ticket: Ticket,
  queue: { readonly tickets: readonly Ticket[]; readonly windows: readonly DeskWindow[] },
): FollowedNumber {
  const { state, present, expected, calls } = ticket
  const common = { number: ticketNumber(ticket), calls, ahead: undefined, wait: undefined }
  if (state === 'left' || state === 'done' || state === 'undone')
    return { ...common, state: 'over', window: undefined }
  if (state !== 'waiting') return { ...common, state, window: isAtWindow(state) ? ticket.window : undefined }
  if (present < expected) return { ...common, state: 'one-missing', window: undefined }
  const estimate = estimateWaits(queue.tickets, queue.windows).get(ticket.id)
  return {
    ...common,
    state,
    window: undefined,
    ahead: estimate?.ahead,
    wait: estimate && [estimate.optimisticMinutes, estimate.pessimisticMinutes],
  }
}
