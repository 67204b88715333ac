import {
  type Calendar,
  firstWorkdayFrom,
  isProvisional,
  isRestDay,
  isServed,
  type RestDayReading,
} from './calendar.ts'
import { addDays, type CalendarDate } from './calendar-date.ts'

/** One step of the computation: which day, by which rule and article, and why it moved if it did. */
interface DeadlineStep {
  readonly date: CalendarDate
  readonly rule:
    | 'accepted'
    | 'cooling-off-end'
    | 'cert-window-start'
    | 'first-service-day'
    | 'cert-window-end'
  readonly article: string
  readonly movedBecause?: { readonly from: CalendarDate; readonly reason: 'rest-day' }
}

/** The two thirty-day periods of a divorce application, by civil days. */
export interface DivorceDeadlines {
  readonly acceptedOn: CalendarDate
  readonly coolingOffEnd: CalendarDate
  readonly certWindowStart: CalendarDate
  readonly firstServiceDay: CalendarDate
  readonly certWindowEnd: CalendarDate
  readonly provisional: boolean
  readonly explanation: readonly DeadlineStep[]
}

/** Where the law is read in two ways. `shiftFirstPeriod`: the end of the cooling-off period moves off rest days. */
export interface DeadlineReading extends RestDayReading {
  readonly shiftFirstPeriod: boolean
}

/** The dates of a case that count, computed or as printed on its receipt. */
export type CaseDates = Pick<
  DivorceDeadlines,
  'coolingOffEnd' | 'certWindowStart' | 'firstServiceDay' | 'certWindowEnd'
>

/** Both ends move, weekends are rest days: what the Civil Code and most notices of offices say. */
export const USUAL_READING: DeadlineReading = { shiftFirstPeriod: true, weekendIsRestDay: true }

const PERIOD_DAYS = 30

/**
 * Both periods from the day on the receipt: the first day is not counted, ends move off rest days, starts never do.
 * Civil Code art. 201, 203, 1077.
 */
export function divorceDeadlines(
  calendar: Calendar,
  acceptedOn: CalendarDate,
  reading: DeadlineReading = USUAL_READING,
): DivorceDeadlines {
  const thirtiethDay = addDays(acceptedOn, PERIOD_DAYS)
  const coolingOffEnd = reading.shiftFirstPeriod
    ? firstWorkdayFrom(calendar, thirtiethDay, reading)
    : thirtiethDay
  const certWindowStart = addDays(coolingOffEnd, 1)
  const firstServiceDay = firstWorkdayFrom(calendar, certWindowStart)
  const lastCounted = addDays(coolingOffEnd, PERIOD_DAYS)
  const certWindowEnd = firstWorkdayFrom(calendar, lastCounted, reading)
  return {
    acceptedOn,
    coolingOffEnd,
    certWindowStart,
    firstServiceDay,
    certWindowEnd,
    provisional: isProvisional(calendar, coolingOffEnd) || isProvisional(calendar, certWindowEnd),
    explanation: [
      { date: acceptedOn, rule: 'accepted', article: '201' },
      {
        date: coolingOffEnd,
        rule: 'cooling-off-end',
        article: '1077(1), 203(1)',
        ...moved(thirtiethDay, coolingOffEnd),
      },
      { date: certWindowStart, rule: 'cert-window-start', article: '1077(2)' },
      {
        date: firstServiceDay,
        rule: 'first-service-day',
        article: '203(2)',
        ...moved(certWindowStart, firstServiceDay),
      },
      {
        date: certWindowEnd,
        rule: 'cert-window-end',
        article: '1077(2), 203(1)',
        ...moved(lastCounted, certWindowEnd),
      },
    ],
  }
}

function moved(from: CalendarDate, to: CalendarDate): Pick<DeadlineStep, 'movedBecause'> {
  return from === to ? {} : { movedBecause: { from, reason: 'rest-day' } }
}

/**
 * The days on which a couple can come for the certificate under every reading of the law: not before the later opening,
 * not after the last workday of sixty unmoved days. What an office tells people to keep to.
 */
export function safeDays(
  calendar: Calendar,
  acceptedOn: CalendarDate,
): { readonly from: CalendarDate; readonly until: CalendarDate } {
  const readings = [true, false].map((shiftFirstPeriod) =>
    divorceDeadlines(calendar, acceptedOn, { ...USUAL_READING, shiftFirstPeriod }),
  )
  const from =
    readings
      .map(({ firstServiceDay }) => firstServiceDay)
      .sort()
      .at(-1) ?? acceptedOn
  let until = addDays(acceptedOn, 2 * PERIOD_DAYS)
  while (isRestDay(calendar, until)) until = addDays(until, -1)
  return { from, until }
}

export type DivorceStage = 'cooling-off' | 'cert-window' | 'deemed-withdrawn'

/** Where an application stands on a day. After the window it counts as withdrawn. Civil Code art. 1077. */
export function divorceStageOn(deadlines: CaseDates, day: CalendarDate): DivorceStage {
  if (day <= deadlines.coolingOffEnd) return 'cooling-off'
  return day <= deadlines.certWindowEnd ? 'cert-window' : 'deemed-withdrawn'
}

/**
 * Whether a certificate may be issued: inside the window and on a day the office works, be it a Saturday that it offers.
 * Civil Code art. 1077(2), 203(2).
 */
export function canIssueCertificate(calendar: Calendar, deadlines: CaseDates, day: CalendarDate): boolean {
  return divorceStageOn(deadlines, day) === 'cert-window' && isServed(calendar, day)
}
