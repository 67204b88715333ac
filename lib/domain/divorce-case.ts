import { type Calendar, firstWorkdayFrom } from './calendar.ts'
import { addDays, type CalendarDate, calendarDate, daysBetween } from './calendar-date.ts'
import {
  type CaseDates,
  canIssueCertificate,
  type DeadlineReading,
  type DivorceDeadlines,
  divorceDeadlines,
  divorceStageOn,
} from './cooling-off.ts'
import { type Refusal, refuse } from './refusal.ts'

/** What is stored of a case; in which of the two periods an open one stands is told by the clock. */
export const CASE_STATUSES = ['open', 'issued', 'withdrawn', 'lapsed'] as const
export type CaseStatus = (typeof CASE_STATUSES)[number]

export const CASE_ACTS = ['withdraw', 'issue', 'lapse'] as const
export type CaseAct = (typeof CASE_ACTS)[number]

/** What both people of a case are told when it happens. */
export const CASE_NEWS = [
  'case-opened',
  'case-dates-moved',
  'case-withdrawn',
  'case-lapsed',
  'case-issued',
] as const
export type CaseNews = (typeof CASE_NEWS)[number]

/** Of what both people of an open case are reminded: three days before, on the day, seven and two days before. */
export const CASE_REMINDERS = [
  'cooling-off-ends',
  'window-opens',
  'window-closes-soon',
  'window-closes',
] as const
export type CaseReminder = (typeof CASE_REMINDERS)[number]

const LEADS_TO: Readonly<Record<CaseAct, CaseStatus>> = {
  withdraw: 'withdrawn',
  issue: 'issued',
  lapse: 'lapsed',
}

/** Art. 1077 of the Civil Code applies to applications from this day on. */
export const FIRST_ACCEPTANCE = calendarDate('2021-01-01')

/** The dates printed on a paper receipt, as far as they were read off. They win over ours. */
export interface PrintedDates {
  readonly coolingOffEnd?: CalendarDate | undefined
  readonly certWindowEnd?: CalendarDate | undefined
}

/** A period has thirty days; the longest run of rest days after it is a Spring Festival with its weekends. */
const PERIOD_DAYS = 30
const LONGEST_REST = 15

/**
 * The dates of a case: computed, and where the paper says otherwise as printed. What cannot be the end of such a period
 * was misread and is refused. Civil Code art. 203, 1077; the receipt of the office is what both people were told.
 */
export function caseDates(
  calendar: Calendar,
  acceptedOn: CalendarDate,
  reading: DeadlineReading,
  printed: PrintedDates = {},
): { readonly ok: true; readonly value: DivorceDeadlines } | Refusal {
  const computed = divorceDeadlines(calendar, acceptedOn, reading)
  const coolingOffEnd = printed.coolingOffEnd ?? computed.coolingOffEnd
  if (!isPeriod(acceptedOn, coolingOffEnd)) return refuse('invalid-input', [implausible('coolingOffEnd')])
  const second = divorceDeadlines(calendar, addDays(coolingOffEnd, -PERIOD_DAYS), {
    ...reading,
    shiftFirstPeriod: false,
  })
  const certWindowEnd = printed.certWindowEnd ?? second.certWindowEnd
  if (!isPeriod(coolingOffEnd, certWindowEnd)) return refuse('invalid-input', [implausible('certWindowEnd')])
  const certWindowStart = addDays(coolingOffEnd, 1)
  const firstServiceDay = firstWorkdayFrom(calendar, certWindowStart)
  return { ok: true, value: { ...computed, coolingOffEnd, certWindowStart, firstServiceDay, certWindowEnd } }
}

function isPeriod(from: CalendarDate, end: CalendarDate): boolean {
  const days = daysBetween(from, end)
  return days >= PERIOD_DAYS && days <= PERIOD_DAYS + LONGEST_REST
}

function implausible(path: string) {
  return { path, reason: 'not-such-a-period', article: '1077' } as const
}

/** A case as far as the law looks at it. */
export interface CaseFacts {
  readonly status: CaseStatus
  readonly officeId: string
  readonly deadlines: CaseDates
}

/** Why an application cannot have been accepted on this day; undefined when it can. Civil Code art. 1077. */
export function refuseAcceptance(acceptedOn: CalendarDate, today: CalendarDate): Refusal | undefined {
  if (acceptedOn < FIRST_ACCEPTANCE)
    return refuse('invalid-input', [{ path: 'acceptedOn', reason: 'before-the-rule', article: '1077' }])
  if (acceptedOn > today) return refuse('invalid-input', [{ path: 'acceptedOn', reason: 'in-future' }])
  return undefined
}

/**
 * Which status an act leads to on a day, or why it is refused: withdrawal until the last cooling-off day, the
 * certificate inside the window on a working day, lapse only when the window is over. Civil Code art. 1077, 203.
 */
export function decideCaseAct(
  { status, deadlines }: CaseFacts,
  act: CaseAct,
  on: { readonly day: CalendarDate; readonly calendar: Calendar },
): { readonly ok: true; readonly value: CaseStatus } | Refusal {
  if (status !== 'open') return refuse('not-allowed', [{ path: 'case', reason: `case-${status}` }])
  const reason = whyNot(deadlines, act, on)
  if (!reason) return { ok: true, value: LEADS_TO[act] }
  return refuse('outside-legal-window', [{ path: 'on', ...reason }])
}

type Why = {
  readonly reason:
    | 'cooling-off-over'
    | 'cooling-off-not-ended'
    | 'window-over'
    | 'window-not-over'
    | 'rest-day'
  readonly article: string
  readonly earliestOn?: CalendarDate
}

function whyNot(
  deadlines: CaseDates,
  act: CaseAct,
  { day, calendar }: { readonly day: CalendarDate; readonly calendar: Calendar },
): Why | undefined {
  const stage = divorceStageOn(deadlines, day)
  if (act === 'withdraw')
    return stage === 'cooling-off' ? undefined : { reason: 'cooling-off-over', article: '1077(1)' }
  if (act === 'lapse')
    return stage === 'deemed-withdrawn' ? undefined : { reason: 'window-not-over', article: '1077(2)' }
  return whyNoCertificate(deadlines, day, calendar)
}

function whyNoCertificate(deadlines: CaseDates, day: CalendarDate, calendar: Calendar): Why | undefined {
  if (canIssueCertificate(calendar, deadlines, day)) return undefined
  const { firstServiceDay } = deadlines
  const stage = divorceStageOn(deadlines, day)
  if (stage === 'cooling-off')
    return { reason: 'cooling-off-not-ended', article: '1077(2)', earliestOn: firstServiceDay }
  return stage === 'cert-window'
    ? { reason: 'rest-day', article: '203(2)' }
    : { reason: 'window-over', article: '1077(2)' }
}

/**
 * Whether a visit for the certificate may be booked in a slot: the case is open, the office is the one that accepted it,
 * the day lies in the window. Civil Code art. 1077(2); one office from application to certificate.
 */
export function refuseCertVisit(
  facts: CaseFacts,
  slot: { readonly officeId: string; readonly date: CalendarDate },
  calendar: Calendar,
): Refusal | undefined {
  const decided = decideCaseAct(facts, 'issue', { day: slot.date, calendar })
  if (facts.status === 'open' && slot.officeId !== facts.officeId)
    return refuse('wrong-office', [{ path: 'slotId', reason: 'other-than-accepting' }])
  return decided.ok ? undefined : decided
}

/** What each of the two may do on a day, for their page and for the desk. */
export function actsOn(
  facts: CaseFacts,
  on: { readonly day: CalendarDate; readonly calendar: Calendar },
): readonly CaseAct[] {
  return CASE_ACTS.filter((act) => act !== 'lapse' && decideCaseAct(facts, act, on).ok)
}
