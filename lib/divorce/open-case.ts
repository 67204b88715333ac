import { writeEntry } from '#lib/audit/write-entry.ts'
import type { PoolClient } from '#lib/db/pool.ts'
import type { Calendar } from '#lib/domain/calendar.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { DeadlineReading } from '#lib/domain/cooling-off.ts'
import { caseDates, type PrintedDates, refuseAcceptance } from '#lib/domain/divorce-case.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { isSameDocument, type PartyFacts } from '#lib/domain/party.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { uuidV7 } from '#lib/domain/uuid.ts'
import { drawRandom } from '#lib/identity/draw-random.ts'
import { indexPerson } from '#lib/identity/index-person.ts'
import { sealJson } from '#lib/identity/seal-json.ts'
import { type CaseParty, insertCase } from './store.ts'
import { tellParties } from './tell-parties.ts'

/** An application as the desk has accepted it. */
export interface Acceptance {
  readonly officeId: string
  readonly receiptNumber: string
  readonly acceptedOn: CalendarDate
  readonly parties: readonly [PartyFacts, PartyFacts]
  readonly locales: readonly [Locale, Locale]
  readonly printed?: PrintedDates | undefined
  readonly calendar: Calendar
  readonly reading: DeadlineReading
  /** Id of the clerk. */
  readonly by: string
  readonly now: Date
}

/**
 * Opens a case: the receipt starts the clock. Dates printed on the paper win over the computed ones and are put on the
 * record. Refuses a receipt from the future or from before 2021, one that is known, and a person who is in an open case
 * already. Runs in the transaction of the desk's act. Civil Code art. 1077; 民发〔2020〕116号.
 */
export async function openCase(
  client: PoolClient,
  wish: Acceptance,
): Promise<Result<{ readonly id: string }>> {
  const { acceptedOn, calendar, reading, printed, now, by, officeId, receiptNumber } = wish
  const dates =
    refuseAcceptance(acceptedOn, shanghaiToday(now)) ?? caseDates(calendar, acceptedOn, reading, printed)
  if (!dates.ok) return dates
  if (!receiptNumber.trim()) return refuse('invalid-input', [{ path: 'receiptNumber', reason: 'required' }])
  if (isSameDocument(...wish.parties))
    return refuse('invalid-input', [{ path: 'parties.1.documentNumber', reason: 'same-person' }])
  const id = uuidV7(now, drawRandom(10))
  const parties = wish.parties.map((party, index) =>
    partyOf(id, index + 1, party, wish.locales[index] ?? 'zh-CN'),
  )
  const { explanation, provisional, ...deadlines } = dates.value
  const written = await insertCase(client, {
    id,
    officeId,
    receiptNumber: receiptNumber.trim(),
    acceptedOn,
    deadlines,
    provisional,
    printed,
    reading: { ...reading, officialYears: [...calendar.officialYears] },
    openedAt: now,
    openedBy: by,
    parties,
  })
  if (written === 'open-case') return refuse('not-allowed', [OPEN_CASE])
  if (written === 'receipt-known') return refuse('invalid-input', [KNOWN_RECEIPT])
  const entry = {
    at: now,
    actorKind: 'staff',
    actorId: by,
    subjectKind: 'case',
    subjectId: id,
    officeId,
  } as const
  await writeEntry(client, { ...entry, act: 'case-opened' })
  if (printed) await writeEntry(client, { ...entry, act: 'receipt-dates-kept' })
  await tellParties(client, { id, parties }, 'case-opened', { now })
  return accept({ id })
}

const OPEN_CASE = { path: 'parties', reason: 'open-case', article: '1077' } as const
const KNOWN_RECEIPT = { path: 'receiptNumber', reason: 'receipt-known' } as const

function partyOf(caseId: string, role: number, party: PartyFacts, locale: Locale): CaseParty {
  const { partyType, ...facts } = party
  return {
    role,
    personIndex: indexPerson(party.documentType, party.documentNumber),
    sealed: sealJson(`divorce party ${caseId} ${role}`, facts),
    partyType,
    locale,
  }
}
