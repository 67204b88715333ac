import type { CalendarDate } from './calendar-date.ts'
import type { ClockTime } from './clock.ts'
import { movesCase, OUTCOMES, type Outcome, outcomesOf, type Rejection } from './outcome.ts'
import type { Service } from './service.ts'
import { isAtWindow, type Ticket, type TicketState } from './ticket.ts'

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
  readonly state: TicketState | undefined
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

interface MarkHead {
  /** A UUID of the workstation: sent twice, it counts once. */
  readonly key: string
  readonly appointmentId: string
  /** When it was so, by the clock of the server as far as the workstation knows it. */
  readonly at: string
}

/** An arrival that was put down at a workstation without a network. */
export interface ArrivalMark extends MarkHead {
  readonly roles: readonly number[]
}

/** How a visit can end on a list: with an outcome, because they went, or because nobody came. */
export type OfflineEnd = Outcome | 'left' | 'not-come'

/** How a visit ended, put down at a workstation without a network. */
export interface EndMark extends MarkHead {
  readonly end: OfflineEnd
  readonly rejection?: Rejection | undefined
  /** Numbers of documents, as typed. */
  readonly documents?: readonly string[] | undefined
  /** As of when the list was on which it was put down. */
  readonly seenAt: string
}

export type OfflineMark = ArrivalMark | EndMark

export function isEndMark(mark: OfflineMark): mark is EndMark {
  return 'end' in mark
}

export function isOfflineEnd(value: unknown): value is OfflineEnd {
  return value === 'left' || value === 'not-come' || OUTCOMES.some((outcome) => outcome === value)
}

/** The ends of a visit of people who are here. */
export function endsOf(service: Service): readonly OfflineEnd[] {
  return [...outcomesOf(service), 'left']
}

/**
 * Whether an end can only be noted without a network, and completed at the screen: what opens or closes a divorce case
 * needs a receipt or the case itself. Civil Code art. 1077.
 */
export function isLeftToComplete(end: OfflineEnd): end is Outcome {
  return end !== 'left' && end !== 'not-come' && movesCase(end)
}

/**
 * What stands in the way of an end that was put down without a network, as the ticket stands now; `go` when nothing does,
 * `already` when it ended so. `isChanged`: somebody else has taken a step since the list was made, or anybody since the mark.
 */
export function judgeEnd(
  ticket: Pick<Ticket, 'state' | 'outcome' | 'staffId'> | undefined,
  end: OfflineEnd,
  { actorId, isChanged }: { readonly actorId: string; readonly isChanged: boolean },
):
  | 'go'
  | 'already'
  | 'not-arrived'
  | 'already-done'
  | 'already-left'
  | 'served-elsewhere'
  | 'changed-meanwhile' {
  if (!ticket) return end === 'not-come' ? 'go' : 'not-arrived'
  if (ticket.state === 'done') return ticket.outcome === end ? 'already' : 'already-done'
  if (ticket.state === 'left') return end === 'left' ? 'already' : 'already-left'
  if (isChanged) return 'changed-meanwhile'
  if (isAtWindow(ticket.state) && ticket.staffId !== actorId) return 'served-elsewhere'
  return 'go'
}

/**
 * What became of a mark: put down; there already; noted, and to be completed at the screen; or otherwise than the mark
 * says, which stays as it is.
 */
export interface OfflineAnswer {
  readonly key: string
  readonly result: 'done' | 'already' | 'to-complete' | 'conflict'
  /** Why it was not put down. */
  readonly reason?: string
  /** How it stands. */
  readonly standing?:
    | { readonly number: string; readonly state: TicketState; readonly outcome?: Outcome | undefined }
    | undefined
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
