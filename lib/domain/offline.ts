import type { CalendarDate } from './calendar-date.ts'
import type { ClockTime } from './clock.ts'
import type { Service } from './service.ts'
import type { TicketState } from './ticket.ts'

/** An appointment as a workstation keeps it for the time without a network: masked, and known by a digest of its code. */
export interface OfflineEntry {
  readonly id: string
  /** SHA-256 of salt and code, in base64: a code that is shown can be recognised, and none can be read. */
  readonly digest: string
  readonly service: Service
  readonly startTime: ClockTime
  readonly people: readonly { readonly role: number; readonly name: string }[]
  /** The roles that are here. */
  readonly here: readonly number[]
  readonly separate: boolean
  /** Its number, once somebody is here. */
  readonly number: string | undefined
  /** Whether somebody can still be taken in; not while the other has yet to agree. */
  readonly isOpen: boolean
}

/** The appointments of today, as they were at an instant. */
export interface OfflineDay {
  readonly date: CalendarDate
  readonly madeAt: string
  readonly salt: string
  readonly entries: readonly OfflineEntry[]
}

/** An arrival that was put down at a workstation without a network. */
export interface OfflineMark {
  /** A UUID of the workstation: sent twice, it counts once. */
  readonly key: string
  readonly appointmentId: string
  readonly roles: readonly number[]
  /** When they were here, by the clock of the server as far as the workstation knows it. */
  readonly at: string
}

/** What became of a mark: put down; there already; or otherwise than the mark says, which stays as it is. */
export interface OfflineAnswer {
  readonly key: string
  readonly result: 'done' | 'already' | 'conflict'
  /** Why it was not put down. */
  readonly reason?: string
  /** How it stands. */
  readonly standing?: { readonly number: string; readonly state: TicketState } | undefined
}

/** The text of which a digest is made. */
export function digestText(salt: string, code: string): string {
  return `${salt}:${code}`
}

// A workstation’s clock, put right at the last renewal, may still run a little ahead.
const AHEAD_MS = 2 * 60_000

/** The instant at which a mark counts: not after now, and of today; otherwise why not. */
export function judgeMarkTime(
  at: Date,
  { now, midnight }: { readonly now: Date; readonly midnight: Date },
): Date | 'in-future' | 'before-today' {
  if (at.getTime() > now.getTime() + AHEAD_MS) return 'in-future'
  if (!(at >= midnight)) return 'before-today'
  return at > now ? now : at
}

/**
 * What happens when somebody signs out at a workstation: nobody is signed out without the server, so it is locked
 * instead; with marks that have not been sent it is asked once, and they stay sealed where they are.
 */
export function judgeLeaving(wish: {
  /** Marks on this workstation, whoever put them down. */
  readonly unsent: number
  readonly isReached: boolean
  readonly wasAsked: boolean
}): 'leave' | 'ask' | 'lock' {
  if (!wish.isReached) return 'lock'
  return wish.unsent > 0 && !wish.wasAsked ? 'ask' : 'leave'
}
