import type { Pool } from '#lib/db/pool.ts'
import { findOpenCase } from '#lib/divorce/find-open-case.ts'
import type { DivorceCase } from '#lib/divorce/get-case.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { isRestDay } from '#lib/domain/calendar.ts'
import { type CalendarDate, isCalendarDate } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { type DivorceDeadlines, type DivorceStage, divorceStageOn } from '#lib/domain/cooling-off.ts'
import { caseDates, type PrintedDates, refuseAcceptance } from '#lib/domain/divorce-case.ts'
import { type CaseStepDate, explainCase } from '#lib/domain/explain-case.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { isSameDocument, type PartyInput, readParties } from '#lib/domain/party.ts'
import { accept, type RefusalDetail, type Result, refuse } from '#lib/domain/refusal.ts'
import { getOffice } from '#lib/office/get-office.ts'
import { loadDeadlineReading } from '#lib/office/load-deadline-reading.ts'
import { readCalendar } from '#lib/office/read-calendar.ts'
import { type Couple, readCouple } from './read-couple.ts'
import { refuseAtOffice } from './refuse-at-office.ts'

/** An application as the clerk has typed it from the papers. */
export interface TypedApplication {
  readonly officeId: string
  readonly receiptNumber: string
  readonly acceptedOn: string
  /** Of the couple's appointment; its people are taken then. */
  readonly code?: string | undefined
  /** Otherwise as typed, with the language of each one's letters. */
  readonly people: readonly [
    PartyInput & { readonly locale: Locale },
    PartyInput & { readonly locale: Locale },
  ]
  /** As printed on the paper receipt, where that differs; empty otherwise. */
  readonly coolingOffEnd: string
  readonly certWindowEnd: string
}

/** What would be entered: for the eyes of the clerk before the clock starts. */
export interface ProposedApplication extends Couple {
  readonly receiptNumber: string
  readonly acceptedOn: CalendarDate
  readonly printed: PrintedDates | undefined
  readonly deadlines: DivorceDeadlines
  /** How the dates come about. */
  readonly steps: readonly CaseStepDate[]
  /** On which side of the two periods today lies. */
  readonly stage: DivorceStage
  /** An office works on workdays; a receipt of a rest day is worth a second look. */
  readonly isOnRestDay: boolean
}

/**
 * Looks at an application before it is entered: who, since when, and every date that follows. Changes nothing. Tells all
 * that is wrong at once: what is missing or misread, a receipt of the future or from before 2021, one couple twice, an
 * office that does not register. Civil Code art. 1076, 1077.
 */
export async function proposeApplication(
  pool: Pool,
  wish: { readonly actor: StaffActor; readonly application: TypedApplication; readonly now: Date },
): Promise<Result<ProposedApplication>> {
  const { actor, application, now } = wish
  const { officeId, acceptedOn } = application
  const refusal = await refuseAtOffice(actor, 'accept-application', officeId)
  if (refusal) return refusal
  const services = (await getOffice(officeId))?.services ?? []
  if (!services.some(({ service, mode }) => service === 'DIVORCE_APPLICATION' && mode === 'register'))
    return refuse('office-not-competent', [{ path: 'office', reason: 'office-not-authorised' }])
  const today = shanghaiToday(now)
  const couple = await readPeople(pool, application, now)
  const errors = [...wrongPaper(application, today), ...(couple.ok ? [] : (couple.errors ?? []))]
  if (errors.length > 0 || !couple.ok || !isCalendarDate(acceptedOn)) return refuse('invalid-input', errors)
  const open = await findOpenCases(pool, couple.value)
  if (open.length > 0) return refuse('not-allowed', [whyOpen(open, application)])
  const calendar = await readCalendar(pool)
  const reading = await loadDeadlineReading(pool, officeId, { acceptedOn, now })
  const printed = printedDates(application)
  const dates = caseDates(calendar, acceptedOn, reading, printed)
  if (!dates.ok) return dates
  return accept({
    ...couple.value,
    receiptNumber: application.receiptNumber.trim(),
    acceptedOn,
    printed,
    deadlines: dates.value,
    steps: explainCase(calendar, { acceptedOn, deadlines: dates.value }, reading),
    stage: divorceStageOn(dates.value, today),
    isOnRestDay: isRestDay(calendar, acceptedOn),
  })
}

async function readPeople(
  pool: Pool,
  { code, officeId, people }: TypedApplication,
  now: Date,
): Promise<Result<Couple>> {
  if (code) return readCouple(pool, { code, officeId, now })
  const read = readParties(people, shanghaiToday(now))
  if (!read.ok) return read
  const [first, second] = read.value
  if (!first || !second) throw new Error('two people were read and not two are there')
  if (isSameDocument(first, second))
    return refuse('invalid-input', [{ path: 'parties.1.documentNumber', reason: 'same-person' }])
  return accept({ parties: [first, second], locales: [people[0].locale, people[1].locale] })
}

/** The open cases of the two, in the order of the two: one each at most. */
async function findOpenCases(pool: Pool, { parties }: Couple): Promise<DivorceCase[]> {
  const found = await Promise.all(parties.map((party) => findOpenCase(pool, party)))
  return found.flatMap((one) => one ?? [])
}

/** Two people, one case, one receipt: it is this very application. */
function whyOpen(open: readonly DivorceCase[], application: TypedApplication): RefusalDetail {
  const [one, other] = open
  const isSame =
    one?.id === other?.id &&
    one?.officeId === application.officeId &&
    one?.receiptNumber === application.receiptNumber.trim() &&
    one?.acceptedOn === application.acceptedOn
  return isSame
    ? { path: 'receiptNumber', reason: 'already-entered' }
    : { path: 'parties', reason: 'open-case', article: '1077' }
}

const LONGEST_RECEIPT = 60

/** What is wrong with the paper itself, read by itself. */
function wrongPaper(application: TypedApplication, today: CalendarDate): RefusalDetail[] {
  const { acceptedOn, coolingOffEnd, certWindowEnd } = application
  const receipt = application.receiptNumber.trim()
  const errors: RefusalDetail[] = []
  if (!receipt) errors.push({ path: 'receiptNumber', reason: 'required' })
  else if (receipt.length > LONGEST_RECEIPT) errors.push({ path: 'receiptNumber', reason: 'too-long' })
  if (!isCalendarDate(acceptedOn))
    errors.push({ path: 'acceptedOn', reason: acceptedOn ? 'date' : 'required' })
  else errors.push(...(refuseAcceptance(acceptedOn, today)?.errors ?? []))
  for (const [path, typed] of Object.entries({ coolingOffEnd, certWindowEnd }))
    if (typed && !isCalendarDate(typed)) errors.push({ path, reason: 'date' })
  return errors
}

/** The dates that were read off the paper; undefined when none was. */
function printedDates({ coolingOffEnd, certWindowEnd }: TypedApplication): PrintedDates | undefined {
  const printed = {
    ...(isCalendarDate(coolingOffEnd) ? { coolingOffEnd } : {}),
    ...(isCalendarDate(certWindowEnd) ? { certWindowEnd } : {}),
  }
  return Object.keys(printed).length > 0 ? printed : undefined
}
