import type { AppointmentStatus } from './appointment-status.ts'
import { addDays, type CalendarDate } from './calendar-date.ts'
import { CHANGE_NEWS, isChangeNews } from './capacity-change.ts'
import { type ClockTime, instantAt, shanghaiToday } from './clock.ts'
import type { Contact, ContactMedium } from './contact.ts'
import { CASE_NEWS, CASE_REMINDERS } from './divorce-case.ts'
import { HOME_VISIT_NEWS } from './home-visit.ts'
import type { Locale, LocalizedText } from './localized-text.ts'
import type { Scope } from './scope-path.ts'
import type { Service } from './service.ts'

/** What a person is told of. */
export const LETTER_EVENTS = [
  'held',
  'partner-asked',
  'partner-reminder',
  'partner-silent',
  'confirmed',
  'declined',
  'expired',
  'moved',
  'move-asked',
  'move-lapsed',
  'still-coming',
  'day-before',
  'cancelled',
  'offer',
  'offer-lapsed',
  'no-show',
  'visit-over',
  'code',
  ...CASE_NEWS,
  ...CASE_REMINDERS,
  ...HOME_VISIT_NEWS,
  ...CHANGE_NEWS,
] as const

export type LetterEvent = (typeof LETTER_EVENTS)[number]

/** The same event is told differently to the one who caused it, to the other, and when nothing came of it. */
export const LETTER_KINDS = [
  ...LETTER_EVENTS,
  'confirmed-alone',
  'declined-self',
  'move-declined',
  'move-waiting',
  'move-taken-back',
  'cancelled-self',
  'cancelled-other',
  'cancelled-office',
] as const

export type LetterKind = (typeof LETTER_KINDS)[number]

/** Facts of an event that the rows no longer tell; never personal data. */
interface LetterDetail {
  /** Who did it: the role of one of the two, or somebody else. */
  readonly by?: number | 'office' | 'system'
  /** A wish for another time went unanswered, or whoever had it took it back. */
  readonly because?: 'no-answer' | 'taken-back'
  /** Why, in the words of an office. */
  readonly reason?: string
  /** For which time, or for which day of a case, it was meant; with another it is superseded. */
  readonly date?: CalendarDate
  readonly startTime?: ClockTime
  /** Which seat of the waiting list it is about. */
  readonly slotId?: number
}

/** A message whose time has come, as it lies in the outbox. */
export interface DueLetter {
  readonly id: string
  readonly appointmentId: string | undefined
  readonly entryId: string | undefined
  readonly caseId: string | undefined
  readonly role: number
  readonly event: LetterEvent
  readonly locale: Locale
  readonly dueAt: Date
  readonly detail: LetterDetail
  readonly sealed: Buffer | undefined
  readonly attempts: number
}

/** An office as a letter names it. */
export interface LetterOffice {
  readonly id: string
  readonly regionCode: string
  readonly name: LocalizedText
  readonly address: LocalizedText
  readonly phone: string
}

/** What a letter tells, before it is put into words. */
export interface LetterFacts {
  readonly kind: LetterKind
  readonly service?: Service | undefined
  readonly code?: string | undefined
  readonly date?: CalendarDate | undefined
  readonly startTime?: ClockTime | undefined
  /** The time that is kept until a new one is agreed to. */
  readonly fromDate?: CalendarDate | undefined
  readonly fromTime?: ClockTime | undefined
  /** The last day of a window that `fromDate` begins. */
  readonly untilDate?: CalendarDate | undefined
  /** The last characters of the number of a receipt, by which its owner knows it. */
  readonly receipt?: string | undefined
  /** A day of it lies in a year whose holidays are not announced yet. */
  readonly provisional?: boolean | undefined
  readonly until?: Date | undefined
  readonly office?: LetterOffice | undefined
  /** The name of the other of the two, masked. */
  readonly other?: string | undefined
  readonly reason?: string | undefined
  readonly digits?: string | undefined
  readonly link?: string | undefined
  /** Another link, by which one leaves the waiting list. */
  readonly leave?: string | undefined
}

/** A letter with everything but its words, or why there is none. */
export type ComposedLetter =
  | {
      readonly state: 'ready'
      readonly facts: LetterFacts
      readonly to: Contact
      /** Whose contact it is, where a dead one is noted. */
      readonly personIndex: Buffer | undefined
      /** Whose templates count, from the nation to the office. */
      readonly path: readonly Scope[]
      readonly expiresAt: Date | undefined
    }
  | { readonly state: 'superseded' | 'too-late' | 'dead-address' }

/** A letter as it leaves the house. */
export interface WrittenLetter {
  /** The same at every try, so that a receiver can drop a second copy. */
  readonly key: string
  readonly messageId: string
  readonly medium: ContactMedium
  readonly address: string
  readonly event: LetterEvent
  readonly locale: Locale
  /** E-mail only. */
  readonly subject: string
  readonly text: string
  /** For gateways that fill a form of their own instead of sending the text. */
  readonly fields: Readonly<Record<string, string>>
}

/**
 * What became of a try: `away` when nobody can be reached that way at the moment, `later` when only this letter was put
 * off; both are tried again. The other two are final.
 */
export type Delivery =
  | { readonly state: 'sent'; readonly medium: ContactMedium | 'demo' }
  | { readonly state: 'away' | 'later' | 'dead-address' | 'refused' }

/** The appointment as it stands when the message is about to leave. */
export interface LetterGround {
  /** As it counts at this instant (`effectiveStatus`). */
  readonly status: AppointmentStatus
  readonly askedRole: number
  /** A time both had agreed to is kept beside the new one. */
  readonly keepsOldTime: boolean
  readonly people: number
  readonly date: CalendarDate
  readonly startTime: ClockTime
}

const TRUE_IN: Readonly<Partial<Record<LetterEvent, readonly AppointmentStatus[]>>> = {
  held: ['awaiting-partner'],
  'partner-asked': ['awaiting-partner'],
  'partner-reminder': ['awaiting-partner'],
  'partner-silent': ['awaiting-partner'],
  confirmed: ['confirmed'],
  // A refused move leaves the appointment as it was.
  declined: ['declined', 'confirmed'],
  expired: ['expired'],
  moved: ['confirmed', 'awaiting-partner'],
  'move-asked': ['awaiting-partner'],
  'move-lapsed': ['confirmed'],
  'still-coming': ['confirmed'],
  'day-before': ['confirmed'],
  cancelled: ['cancelled'],
  'change-offered': ['confirmed', 'awaiting-partner'],
  'change-moved': ['confirmed', 'awaiting-partner'],
  'change-open': ['confirmed', 'awaiting-partner'],
  'change-sought': ['confirmed', 'awaiting-partner'],
  'change-undone': ['confirmed', 'awaiting-partner'],
  'no-show': ['no-show'],
}

/** To the one who is asked, or to the one who waits for the answer; nobody else has anything from it. */
const TO_THE_ASKED: readonly LetterEvent[] = ['partner-asked', 'partner-reminder']
const TO_THE_WAITING: readonly LetterEvent[] = ['held', 'partner-silent']

/** What happened afterwards is told for so many days; then it is no news. */
const NEWS_DAYS = 7

export type LetterVerdict = 'send' | 'superseded' | 'too-late'

/**
 * Whether a message is still true: messages may wait for hours, for the morning or for a gateway that is down, and
 * nobody is told what has been overtaken.
 */
export function judgeLetter(
  letter: Pick<DueLetter, 'event' | 'role' | 'dueAt' | 'detail'>,
  ground: LetterGround,
  now: Date,
): LetterVerdict {
  const { event, role, detail } = letter
  if (!TRUE_IN[event]?.includes(ground.status)) return 'superseded'
  if (TO_THE_ASKED.includes(event) && role !== ground.askedRole) return 'superseded'
  if (TO_THE_WAITING.includes(event) && role === ground.askedRole) return 'superseded'
  const isOfThisTime =
    (detail.date ?? ground.date) === ground.date &&
    (detail.startTime ?? ground.startTime) === ground.startTime
  if (!isOfThisTime) return 'superseded'
  // Its time is the one that could not be held.
  if (event === 'no-show' || event === 'change-open')
    return isOldNews(letter.dueAt, now) ? 'too-late' : 'send'
  return instantAt(ground.date, ground.startTime) <= now ? 'too-late' : 'send'
}

/** Whether something that belongs to no time of its own was due too long ago. */
export function isOldNews(dueAt: Date, now: Date): boolean {
  return now.getTime() - dueAt.getTime() > NEWS_DAYS * 86_400_000
}

/** Whether it cannot wait for the morning: what was asked for just now, a short offer, a day that no longer holds. */
export function isUrgent(event: LetterEvent, date: CalendarDate | undefined, now: Date): boolean {
  if (event === 'code' || event === 'offer') return true
  return (
    (event === 'cancelled' || isChangeNews(event)) &&
    date !== undefined &&
    date <= addDays(shanghaiToday(now), 1)
  )
}
