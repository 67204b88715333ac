import { addDays, type CalendarDate } from './calendar-date.ts'
import { type ClockTime, instantAt } from './clock.ts'
import type { CaseDates } from './cooling-off.ts'
import {
  CASE_NEWS,
  CASE_REMINDERS,
  type CaseNews,
  type CaseReminder,
  type CaseStatus,
} from './divorce-case.ts'
import { type DueLetter, isOldNews, type LetterEvent, type LetterKind, type LetterVerdict } from './letter.ts'

/** The case as it stands when a message about it is about to leave. */
export interface CaseGround {
  readonly status: CaseStatus
  readonly deadlines: CaseDates
}

const TRUE_IN: Readonly<Record<CaseNews, CaseStatus>> = {
  'case-opened': 'open',
  'case-dates-moved': 'open',
  'case-withdrawn': 'withdrawn',
  'case-lapsed': 'lapsed',
  'case-issued': 'issued',
}

/** Periods end when business stops (Civil Code art. 203(2)); whoever reads it later has nothing from it. */
const BUSINESS_STOPS: ClockTime = '17:00'

/** Whether it is about a case, and not about an appointment or a place on the waiting list. */
export function isCaseLetter(kind: LetterKind): kind is CaseNews | CaseReminder {
  return isCaseNews(kind) || isCaseReminder(kind)
}

function isCaseNews(kind: LetterKind): kind is CaseNews {
  return (CASE_NEWS as readonly string[]).includes(kind)
}

function isCaseReminder(kind: LetterKind): kind is CaseReminder {
  return (CASE_REMINDERS as readonly string[]).includes(kind)
}

/** The day of the case that a reminder is about, and the last one on which it is of use: then the next one takes its place. */
function caseReminderDays(
  event: CaseReminder,
  { coolingOffEnd, firstServiceDay, certWindowEnd }: CaseDates,
): { readonly about: CalendarDate; readonly last: CalendarDate } {
  switch (event) {
    case 'cooling-off-ends':
      return { about: coolingOffEnd, last: coolingOffEnd }
    case 'window-opens':
      return { about: firstServiceDay, last: addDays(certWindowEnd, -8) }
    case 'window-closes-soon':
      return { about: certWindowEnd, last: addDays(certWindowEnd, -3) }
    case 'window-closes':
      return { about: certWindowEnd, last: certWindowEnd }
  }
}

/** Until when a message about a case is worth sending; undefined for news, which wait for the morning. */
export function caseLetterExpiry(event: LetterEvent, deadlines: CaseDates): Date | undefined {
  return isCaseReminder(event)
    ? instantAt(caseReminderDays(event, deadlines).last, BUSINESS_STOPS)
    : undefined
}

/**
 * Whether a message about a case is still true: nobody is reminded of a case that is closed or of a day that has moved,
 * and of two changes of the dates the later one is told.
 */
export function judgeCaseLetter(
  { event, detail, dueAt }: Pick<DueLetter, 'event' | 'detail' | 'dueAt'>,
  { status, deadlines }: CaseGround,
  now: Date,
): LetterVerdict {
  if (isCaseNews(event)) {
    if (status !== TRUE_IN[event]) return 'superseded'
    if (event === 'case-dates-moved' && isOfAnotherDay(detail.date, deadlines.certWindowEnd))
      return 'superseded'
    return isOldNews(dueAt, now) ? 'too-late' : 'send'
  }
  if (!isCaseReminder(event) || status !== 'open') return 'superseded'
  if (isOfAnotherDay(detail.date, caseReminderDays(event, deadlines).about)) return 'superseded'
  const expiry = caseLetterExpiry(event, deadlines)
  return expiry && expiry <= now ? 'too-late' : 'send'
}

function isOfAnotherDay(meant: CalendarDate | undefined, day: CalendarDate): boolean {
  return meant !== undefined && meant !== day
}
