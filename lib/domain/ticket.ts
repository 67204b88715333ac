import type { CalendarDate } from './calendar-date.ts'
import type { Locale } from './localized-text.ts'
import type { Outcome } from './outcome.ts'
import type { Service } from './service.ts'

/** The life of a number in the queue. */
export const TICKET_STATES = [
  'waiting',
  'called',
  'serving',
  'parked',
  'missed',
  'left',
  'done',
  'undone',
] as const
export type TicketState = (typeof TICKET_STATES)[number]

export const TICKET_EVENTS = [
  'call',
  'recall',
  'begin',
  'park',
  'forward',
  'return',
  'miss',
  'leave',
  'finish',
  'reopen',
  'undo',
] as const
export type TicketEvent = (typeof TICKET_EVENTS)[number]

/** What is put down of a ticket: its steps, and beside them that it was given, who has come (or had not, after all),
 * which papers were seen, that the green channel was opened or closed, that somebody came for another. */
export type TicketMark = TicketEvent | 'give' | 'arrive' | 'depart' | 'tick' | 'green' | 'proxy'

/** Papers by their codes on the checklist. */
export interface TickedMaterials {
  readonly ruleSetId: string
  readonly seen: readonly string[]
  readonly missing: readonly string[]
}

/** A number in the queue as everybody at the desk may see it: nothing in it tells who it is. */
export interface Ticket {
  readonly id: string
  readonly officeId: string
  readonly date: CalendarDate
  readonly letter: string
  readonly number: number
  readonly service: Service
  readonly state: TicketState
  readonly appointmentId: string | undefined
  /** How many people it takes, and how many of them are here. */
  readonly expected: number
  readonly present: number
  readonly rank: number
  readonly orderAt: Date
  readonly greenChannel: boolean
  /** Somebody else is here for the person, with a power of attorney; only for a re-issue. */
  readonly proxy: boolean
  readonly locale: Locale
  /** Where it is called or served; of one that waits, the only window that may call it. */
  readonly window: string | undefined
  readonly staffId: string | undefined
  readonly calls: number
  readonly calledAt: Date | undefined
  readonly startedAt: Date | undefined
  readonly endedAt: Date | undefined
  readonly outcome: Outcome | undefined
  readonly materials: TickedMaterials | undefined
  readonly createdAt: Date
  /** Whoever changes it tells which version was seen. */
  readonly version: number
}

/** Every step that is not here is refused. */
const STEPS: Readonly<Record<TicketState, Partial<Record<TicketEvent, TicketState>>>> = {
  waiting: { call: 'called', leave: 'left', undo: 'undone' },
  called: {
    recall: 'called',
    begin: 'serving',
    park: 'parked',
    forward: 'waiting',
    return: 'waiting',
    miss: 'missed',
    leave: 'left',
    finish: 'done',
  },
  serving: { park: 'parked', forward: 'waiting', return: 'waiting', leave: 'left', finish: 'done' },
  // Put aside while papers are fetched or copied; called again from there.
  parked: { call: 'called', return: 'waiting', leave: 'left', finish: 'done' },
  missed: { call: 'called', return: 'waiting', leave: 'left' },
  left: { return: 'waiting' },
  // What was recorded by mistake is taken back the same day.
  done: { reopen: 'serving' },
  undone: {},
}

/** The state after a step, or undefined where the step is not possible. */
export function ticketAfter(state: TicketState, event: TicketEvent): TicketState | undefined {
  return STEPS[state][event]
}

/** What can be done with a ticket now, for the keys of the desk. */
export function ticketSteps(state: TicketState): readonly TicketEvent[] {
  return TICKET_EVENTS.filter((event) => ticketAfter(state, event) !== undefined)
}

/** People walk to the window; nobody is called again before this has passed. */
export const RECALL_AFTER_SECONDS = 60

/** Whether whoever was called has had that time. */
export function mayRecall({ calledAt }: Pick<Ticket, 'calledAt'>, now: Date): boolean {
  return calledAt !== undefined && now.getTime() - calledAt.getTime() >= RECALL_AFTER_SECONDS * 1000
}

/** Whether somebody stands at a window with it. */
export function isAtWindow(state: TicketState): boolean {
  return state === 'called' || state === 'serving'
}

/**
 * The letter on the number. The two services of a divorce share theirs with others, so that a hall display never tells
 * who has come for what.
 */
export const LETTER_OF: Readonly<Record<Service, string>> = {
  MARRIAGE: 'A',
  DIVORCE_APPLICATION: 'B',
  DIVORCE_CERTIFICATE: 'B',
  REISSUE_MARRIAGE: 'B',
  REISSUE_DIVORCE: 'B',
  COUNSELLING: 'C',
  CEREMONY: 'A',
}

/** The number as it is printed, shown and called: A007. */
export function ticketNumber({
  letter,
  number,
}: {
  readonly letter: string
  readonly number: number
}): string {
  return `${letter}${String(number).padStart(3, '0')}`
}
