import { openParty } from '#lib/booking/open-party.ts'
import type { Pool } from '#lib/db/pool.ts'
import { findOwnCases } from '#lib/divorce/find-own-cases.ts'
import { getCase } from '#lib/divorce/get-case.ts'
import { refuseStaff, type StaffActor } from '#lib/domain/actor.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { CaseStatus, PrintedDates } from '#lib/domain/divorce-case.ts'
import type { Outcome } from '#lib/domain/outcome.ts'
import type { OfficePlace } from '#lib/domain/permissions.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import type { Ticket } from '#lib/domain/ticket.ts'
import { acceptApplication } from './accept-application.ts'
import { findExpectedById } from './expected.sql.ts'
import { findCoupleCase } from './find-couple-case.ts'

/** The paper behind an outcome of a divorce: the receipt of a new case, or the case that was closed. */
export interface CasePaper {
  readonly receiptNumber?: string | undefined
  readonly acceptedOn?: CalendarDate | undefined
  readonly printed?: PrintedDates | undefined
  /** Of a case that stands already; known by itself where they came for the certificate by appointment. */
  readonly caseId?: string | undefined
}

interface Settlement {
  readonly actor: StaffActor
  readonly ticket: Ticket
  readonly place: OfficePlace
  readonly outcome: Outcome
  readonly paper: CasePaper | undefined
  readonly now: Date
}

/**
 * Sees to it that the legal clock agrees with an outcome before it is put down: an accepted application has its case; a
 * certificate was issued and an application withdrawn in the case itself. Every other outcome has nothing to do with a
 * case. What is settled already stays as it is, so an interrupted finish can be sent again.
 */
export async function settleOutcome(pool: Pool, settlement: Settlement): Promise<Result<undefined>> {
  switch (settlement.outcome) {
    case 'application-accepted':
      return settleAcceptance(pool, settlement)
    case 'certificate-issued':
      return settleClosed(pool, settlement, 'issued')
    case 'withdrawn':
      return settleClosed(pool, settlement, 'withdrawn')
    default:
      return accept(undefined)
  }
}

async function settleAcceptance(pool: Pool, settlement: Settlement): Promise<Result<undefined>> {
  const { actor, ticket, place, paper, now } = settlement
  const refusal = refuseStaff(actor, 'accept-application', place)
  if (refusal) return refusal
  if (paper?.caseId) return settleClosed(pool, settlement, 'open')
  if (!paper) return settleByCase(pool, ticket)
  const receiptNumber = paper?.receiptNumber?.trim()
  const acceptedOn = paper?.acceptedOn
  if (!receiptNumber || !acceptedOn) return refuse('invalid-input', missing({ receiptNumber, acceptedOn }))
  const one = ticket.appointmentId ? await findExpectedById(pool, ticket.appointmentId) : undefined
  const [first, second] = (one?.people ?? []).map(({ role, partyType, sealed }) => ({
    ...openParty(one?.id ?? '', role, sealed),
    partyType,
  }))
  // Who walked in is nobody's appointment: the case is entered from the papers first.
  if (!one || !first || !second) return refuse('invalid-input', [{ path: 'caseId', reason: 'required' }])
  const cases = await findOwnCases(pool, first)
  const isThere = cases.some(
    (known) =>
      known.status === 'open' && known.officeId === place.id && known.receiptNumber === receiptNumber,
  )
  if (isThere) return accept(undefined)
  const application = {
    officeId: place.id,
    receiptNumber,
    acceptedOn,
    parties: [first, second] as const,
    locales: [one.people[0]?.locale ?? 'zh-CN', one.people[1]?.locale ?? 'zh-CN'] as const,
    printed: paper.printed,
    by: actor.id,
    now,
  }
  const opened = await acceptApplication(pool, application)
  return opened.ok ? accept(undefined) : opened
}

/** The receipt was written down in the acceptance form meanwhile; nobody types it twice. */
async function settleByCase(pool: Pool, { appointmentId }: Ticket): Promise<Result<undefined>> {
  const one = appointmentId ? await findExpectedById(pool, appointmentId) : undefined
  if (one && (await findCoupleCase(pool, one))) return accept(undefined)
  return refuse('invalid-input', [{ path: 'caseId', reason: 'case-needed' }])
}

async function settleClosed(
  pool: Pool,
  { ticket, place, paper }: Settlement,
  status: CaseStatus,
): Promise<Result<undefined>> {
  const one = ticket.appointmentId ? await findExpectedById(pool, ticket.appointmentId) : undefined
  const caseId = one?.caseId ?? paper?.caseId
  if (!caseId) return refuse('invalid-input', [{ path: 'caseId', reason: 'required' }])
  const found = await getCase(pool, caseId)
  if (!found) return refuse('not-found')
  if (found.officeId !== place.id)
    return refuse('wrong-office', [{ path: 'caseId', reason: 'other-than-accepting', article: '1077' }])
  if (found.status === status) return accept(undefined)
  return refuse('not-allowed', [{ path: 'caseId', reason: `case-${found.status}` }])
}

function missing(paper: Readonly<Record<string, unknown>>) {
  return Object.keys(paper)
    .filter((path) => !paper[path])
    .map((path) => ({ path, reason: 'required' }))
}
