import { type AppointmentStatus, effectiveStatus, isOver } from './appointment-status.ts'
import type { CalendarDate } from './calendar-date.ts'
import { type ClockTime, instantAt, shanghaiToday } from './clock.ts'
import { ARRIVAL_OPENS_MINUTES, GRACE_MINUTES } from './queue-order.ts'
import type { TicketState } from './ticket.ts'

const MINUTE_MS = 60_000

/** What the desk says to somebody who reports. */
export const ARRIVAL_VERDICTS = [
  'fine',
  'too-early',
  'late',
  'wrong-day',
  'wrong-office',
  'cancelled',
  'not-agreed',
  'already-here',
  'already-done',
] as const
type ArrivalVerdict = (typeof ARRIVAL_VERDICTS)[number]

/** What to do next; a verdict never comes as a bare no. */
type ArrivalStep =
  | { readonly do: 'take-in' | 'take-in-behind' }
  /** One of the two waits already: this is the other. */
  | { readonly do: 'add-person' }
  | { readonly do: 'come-back'; readonly from: Date }
  | { readonly do: 'come-on'; readonly date: CalendarDate; readonly startTime: ClockTime }
  | {
      readonly do: 'go-to'
      readonly officeId: string
      readonly date: CalendarDate
      readonly startTime: ClockTime
    }
  /** The other can agree here and now on the phone; a move that nobody answered can be answered. */
  | { readonly do: 'ask-to-agree' | 'answer-the-move' }
  | { readonly do: 'book-or-walk-in' }
  | { readonly do: 'show-ticket' | 'return-ticket' | 'reopen-ticket' }

export interface ArrivalJudgement {
  readonly verdict: ArrivalVerdict
  readonly step: ArrivalStep
}

/** An appointment as far as an arrival looks at it; its time is the one in force while a move waits. */
export interface ArrivalFacts {
  readonly officeId: string
  readonly date: CalendarDate
  readonly startTime: ClockTime
  /** As it counts now. */
  readonly status: AppointmentStatus
  readonly isMoving: boolean
  /** The days on which it stays good after one that could not be held; on any of them its people are taken in. */
  readonly pass?: { readonly from: CalendarDate; readonly until: CalendarDate } | undefined
  /** Its number in the queue of today, unless that was undone. */
  readonly ticket:
    | { readonly state: TicketState; readonly present: number; readonly expected: number }
    | undefined
}

/**
 * What is told to people who report at an office: whether they are taken in, and what else they can do. From an hour
 * before the time; whoever comes more than a quarter of an hour after it is taken in behind those on time, never sent
 * away; one who was put down as missing and comes after all the same day is late, no more.
 */
export function judgeArrival(
  facts: ArrivalFacts,
  at: { readonly officeId: string; readonly now: Date },
): ArrivalJudgement {
  const { officeId, date, startTime, status, ticket } = facts
  const { now } = at
  const today = shanghaiToday(now)
  if (isOver(status)) return { verdict: 'cancelled', step: { do: 'book-or-walk-in' } }
  if (officeId !== at.officeId)
    return date < today && !(facts.pass && facts.pass.until >= today)
      ? { verdict: 'wrong-day', step: { do: 'book-or-walk-in' } }
      : { verdict: 'wrong-office', step: { do: 'go-to', officeId, date, startTime } }
  if (ticket) return judgeTicket(ticket)
  if (status === 'attended') return { verdict: 'already-done', step: { do: 'book-or-walk-in' } }
  if (facts.pass && status === 'confirmed') return judgePass(facts.pass, startTime, today)
  if (date > today) return { verdict: 'wrong-day', step: { do: 'come-on', date, startTime } }
  if (date < today) return { verdict: 'wrong-day', step: { do: 'book-or-walk-in' } }
  if (status === 'awaiting-partner')
    return { verdict: 'not-agreed', step: { do: facts.isMoving ? 'answer-the-move' : 'ask-to-agree' } }
  const start = instantAt(date, startTime).getTime()
  const from = new Date(start - ARRIVAL_OPENS_MINUTES * MINUTE_MS)
  if (now < from) return { verdict: 'too-early', step: { do: 'come-back', from } }
  const isLate = status === 'no-show' || now.getTime() > start + GRACE_MINUTES * MINUTE_MS
  return isLate
    ? { verdict: 'late', step: { do: 'take-in-behind' } }
    : { verdict: 'fine', step: { do: 'take-in' } }
}

/** An open booking has no time of the day; the desk is open only on days on which it serves. */
function judgePass(
  { from, until }: NonNullable<ArrivalFacts['pass']>,
  startTime: ClockTime,
  today: CalendarDate,
): ArrivalJudgement {
  if (today < from) return { verdict: 'wrong-day', step: { do: 'come-on', date: from, startTime } }
  if (today > until) return { verdict: 'wrong-day', step: { do: 'book-or-walk-in' } }
  return { verdict: 'fine', step: { do: 'take-in' } }
}

function judgeTicket({ state, present, expected }: NonNullable<ArrivalFacts['ticket']>): ArrivalJudgement {
  if (state === 'done') return { verdict: 'already-done', step: { do: 'reopen-ticket' } }
  if (state === 'left' || state === 'missed')
    return { verdict: 'already-here', step: { do: 'return-ticket' } }
  if (present < expected) return { verdict: 'fine', step: { do: 'add-person' } }
  return { verdict: 'already-here', step: { do: 'show-ticket' } }
}

/** Who is still here when one of them was not, after all; undefined when that one was never here, or is the last. */
export function whoStays(here: readonly number[], role: number): readonly number[] | undefined {
  return here.length > 1 && here.includes(role) ? here.filter((one) => one !== role) : undefined
}

/** Whether a verdict lets people in. */
export function isLetIn({ verdict }: ArrivalJudgement): boolean {
  return verdict === 'fine' || verdict === 'late'
}

/** The status at an instant, of a time that is in force: a move that nobody answered falls back on the old time. */
export function statusAtDesk(
  appointment: {
    readonly status: AppointmentStatus
    readonly heldUntil: Date | undefined
    readonly isMoving: boolean
  },
  now: Date,
): AppointmentStatus {
  const status = effectiveStatus(appointment, now)
  return status === 'expired' && appointment.isMoving ? 'confirmed' : status
}
