import type { Locale } from './localized-text.ts'
import { compareInQueue } from './queue-order.ts'
import { type Ticket, ticketNumber } from './ticket.ts'

/** A number that was called: all that the hall hears of it. */
interface HallCall {
  readonly number: string
  readonly window: string
  /** When, in milliseconds since 1970: the same number called again is another call. */
  readonly at: number
  /** The language in which it is spoken besides Mandarin; the desk knows it from those who wait. */
  readonly tongue: Locale
}

/** What hangs in the hall for everybody: numbers and windows, never a name, a service or a code. */
export interface HallBoard {
  /** As of when, in milliseconds since 1970. */
  readonly at: number
  /** The latest first. */
  readonly calls: readonly HallCall[]
  /** Who is called next if nothing changes. */
  readonly next: readonly string[]
}

const CALLS = 7
const NEXT = 8

/** The board of a queue. Whoever was sent back to wait is called no more; only those of whom everybody is here are next. */
export function boardOf(tickets: readonly Ticket[], now: Date): HallBoard {
  const calls = tickets.flatMap((ticket) => {
    const { calledAt, window, locale } = ticket
    return calledAt && window && WAS_CALLED.has(ticket.state)
      ? [{ number: ticketNumber(ticket), window, at: calledAt.getTime(), tongue: locale }]
      : []
  })
  const next = tickets
    .filter(({ state, present, expected }) => state === 'waiting' && present === expected)
    .sort(compareInQueue)
  return {
    at: now.getTime(),
    calls: calls
      .sort((one, other) => other.at - one.at || (one.number < other.number ? -1 : 1))
      .slice(0, CALLS),
    next: next.slice(0, NEXT).map(ticketNumber),
  }
}

const WAS_CALLED: ReadonlySet<string> = new Set(['called', 'serving', 'parked', 'missed', 'done'])
