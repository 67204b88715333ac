import { openParty } from '#lib/booking/open-party.ts'
import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import type { Checklist } from '#lib/domain/checklist.ts'
import type { DayEntry } from '#lib/domain/desk-day.ts'
import { maskNumber } from '#lib/domain/masking.ts'
import { fieldView, type OfficePlace } from '#lib/domain/permissions.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { isAtWindow } from '#lib/domain/ticket.ts'
import { compilePapers } from './compile-papers.ts'
import { type Expected, findExpectedById } from './expected.sql.ts'
import { findCoupleCase } from './find-couple-case.ts'
import { readHistory, type TicketHappening } from './history.sql.ts'
import { openGate } from './open-gate.ts'

/** What a row of the day does not tell, for the one that was chosen. */
export interface EntryDetail {
  /** Masked; nothing for roles that do not see it, nor for people who walked in. */
  readonly documents: readonly { readonly role: number; readonly documentNumber: string }[]
  /** What to look at while they stand at the window or were put aside; undefined before and after. */
  readonly papers: Checklist | undefined
  readonly history: readonly TicketHappening[]
  /** The divorce case behind the visit: of an appointment for the certificate, or opened while they stood here. */
  readonly caseId: string | undefined
}

/** Everything the panel shows of one row of today beside the row itself. */
export async function describeEntry(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly officeId: string
    readonly entry: Pick<DayEntry, 'id' | 'ticket' | 'code'>
    readonly now: Date
  },
): Promise<Result<EntryDetail>> {
  const { actor, officeId, entry, now } = wish
  const place = await openGate(pool, { actor, officeId, now }, 'see-day')
  if ('ok' in place) return place
  const [one, history] = await Promise.all([
    entry.code ? findExpectedById(pool, entry.id) : undefined,
    entry.ticket ? readHistory(pool, entry.ticket.id) : [],
  ])
  if (entry.code && one?.officeId !== place.id) return refuse('not-found')
  const { ticket } = entry
  const isLookedAt = ticket && (isAtWindow(ticket.state) || ticket.state === 'parked')
  const [papers, caseId] = await Promise.all([
    isLookedAt ? compilePapers(ticket, one, now) : undefined,
    one && findCaseId(pool, one),
  ])
  return accept({
    documents: one ? maskedDocuments(actor, place, one) : [],
    papers,
    history,
    caseId,
  })
}

function maskedDocuments(actor: StaffActor, place: OfficePlace, one: Expected): EntryDetail['documents'] {
  if (fieldView(actor.grants, 'documentNumber', place) === 'hidden') return []
  return one.people.map(({ role, sealed }) => ({
    role,
    documentNumber: maskNumber(openParty(one.id, role, sealed).documentNumber),
  }))
}

async function findCaseId(pool: Pool, one: Expected): Promise<string | undefined> {
  if (one.caseId) return one.caseId
  return one.service === 'DIVORCE_APPLICATION' ? (await findCoupleCase(pool, one))?.id : undefined
}
