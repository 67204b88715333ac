import type { AppointmentCode } from './appointment-code.ts'
import type { AppointmentStatus } from './appointment-status.ts'
import type { CalendarDate } from './calendar-date.ts'
import { type ClockTime, instantAt } from './clock.ts'
import type { Locale } from './localized-text.ts'
import type { Service } from './service.ts'
import type { Ticket } from './ticket.ts'

const MINUTE_MS = 60_000

/** One of the people of a row, masked. */
export interface DayPerson {
  readonly role: number
  /** First character and stars; empty where nobody asked (a walk-in). */
  readonly name: string
  readonly locale: Locale
  readonly here: boolean
  readonly agreed: boolean
  /** What became of the question "still coming?" about this time. */
  readonly coming: 'unasked' | 'asked' | 'yes'
}

/** A ticket with what its history tells. */
export interface DayTicket extends Ticket {
  /** Since when it stands in its state. */
  readonly sinceAt: Date
  /** When all of its people were here. */
  readonly readyAt: Date
  readonly firstCalledAt: Date | undefined
  /** The roles that are here. */
  readonly here: readonly number[]
}

/** What still stands in the way of being served. */
export type DayLack = 'agreement' | 'move-answer' | 'person' | 'materials'

/** A row of today: an appointment, with its ticket once somebody is here, or a ticket of people who walked in. */
export interface DayEntry {
  /** Id of the appointment, or of the ticket where there is none. */
  readonly id: string
  readonly code: AppointmentCode | undefined
  readonly service: Service
  readonly startTime: ClockTime | undefined
  readonly endTime: ClockTime | undefined
  /** Undefined for a walk-in. */
  readonly status: AppointmentStatus | undefined
  readonly people: readonly DayPerson[]
  readonly expected: number
  readonly present: number
  readonly ticket: DayTicket | undefined
  readonly lacks: readonly DayLack[]
  readonly flags: DayFlags
}

interface DayFlags {
  readonly greenChannel: boolean
  /** Somebody else is here for the person. */
  readonly proxy: boolean
  /** Languages other than Chinese in simplified script. */
  readonly languages: readonly Locale[]
  /** Somebody asked to come and go apart from the other, or left a note for the desk: which of the two the desk must not tell. */
  readonly separate: boolean
  readonly hasNote: boolean
  /** Last day on which the certificate of divorce can be issued. */
  readonly certWindowEnd: CalendarDate | undefined
  /** Whole minutes after the time, of those not here yet or taken in behind. */
  readonly lateMinutes: number
}

/** A window as it hangs in an office. */
export interface DeskWindow {
  readonly name: string
  readonly services: readonly Service[]
  readonly open: boolean
}

export interface DayCounts {
  readonly appointments: number
  /** Appointments and walk-ins of whom everybody is or was here. */
  readonly arrived: number
  readonly waiting: number
  readonly done: number
  /** Whole minutes from being here to the first call; undefined before the first. */
  readonly averageWaitMinutes: number | undefined
}

/** What a row lacks. */
export function lacksOf(row: {
  readonly status: AppointmentStatus | undefined
  readonly isMoving: boolean
  readonly ticket: DayTicket | undefined
}): DayLack[] {
  const { status, isMoving, ticket } = row
  const lacks: DayLack[] = []
  if (status === 'awaiting-partner') lacks.push(isMoving ? 'move-answer' : 'agreement')
  if (ticket && ticket.state !== 'done' && ticket.present < ticket.expected) lacks.push('person')
  if (ticket && ticket.state !== 'done' && (ticket.materials?.missing.length ?? 0) > 0)
    lacks.push('materials')
  return lacks
}

/** How many whole minutes after the time people are who are not here yet, or came. */
export function lateMinutes(
  row: {
    readonly date: CalendarDate
    readonly startTime: ClockTime
    readonly status: AppointmentStatus
    readonly readyAt: Date | undefined
  },
  now: Date,
): number {
  if (!row.readyAt && row.status !== 'confirmed' && row.status !== 'no-show') return 0
  const after = (row.readyAt ?? now).getTime() - instantAt(row.date, row.startTime).getTime()
  return Math.max(0, Math.floor(after / MINUTE_MS))
}

/** The figures above the list. */
export function countDay(entries: readonly DayEntry[]): DayCounts {
  const waits = entries.flatMap(({ ticket }) =>
    ticket?.firstCalledAt ? [Math.max(0, ticket.firstCalledAt.getTime() - ticket.readyAt.getTime())] : [],
  )
  const total = waits.reduce((sum, wait) => sum + wait, 0)
  return {
    appointments: entries.filter(({ status }) => status !== undefined).length,
    arrived: entries.filter(({ ticket }) => ticket && ticket.present === ticket.expected).length,
    waiting: entries.filter(({ ticket }) => ticket?.state === 'waiting').length,
    done: entries.filter(({ ticket }) => ticket?.state === 'done').length,
    averageWaitMinutes: waits.length > 0 ? Math.round(total / waits.length / MINUTE_MS) : undefined,
  }
}
