import { endVisit } from '#lib/booking/end-visit.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { closeCase } from '#lib/divorce/close-case.ts'
import { getCase } from '#lib/divorce/get-case.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { loadCalendar } from '#lib/office/load-calendar.ts'
import { refuseAtOffice } from './refuse-at-office.ts'

/** What whoever withdraws has shown beside the document: the receipt, or a written explanation where it is lost. */
export const WITHDRAWAL_PAPERS = ['receipt', 'explanation'] as const

/**
 * Puts down that one of the two has withdrawn the application, in person, at the office that accepted it, with document
 * and receipt or a written explanation: until the last cooling-off day. The case, its visit and its kept seat end in one
 * transaction; both are told in the same words, which do not say who it was. Kept on the record: which of the two, as a
 * number, and on which paper. Civil Code art. 1077(1); 民发〔2020〕116号.
 */
export async function withdrawApplication(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly caseId: string
    /** Where the clerk sits. */
    readonly at: string
    /** Which of the two: 1 or 2. */
    readonly role: number
    readonly paper: string
    /** The clerk has compared the person with the document. */
    readonly hasDocument: boolean
    readonly now: Date
  },
): Promise<Result<{ readonly status: 'withdrawn' }>> {
  const { actor, caseId, at, role, now } = wish
  const found = await getCase(pool, caseId)
  if (!found) return refuse('not-found')
  const refusal = await refuseAtOffice(actor, 'withdraw-application', found.officeId, at)
  if (refusal) return refusal
  const paper = WITHDRAWAL_PAPERS.find((one) => one === wish.paper)
  const missing = [
    ...(found.parties.some((party) => party.role === role) ? [] : ['role']),
    ...(wish.hasDocument ? [] : ['document']),
    ...(paper ? [] : ['paper']),
  ]
  if (missing.length > 0)
    return refuse(
      'invalid-input',
      missing.map((path) => ({ path, reason: 'required' })),
    )
  const calendar = await loadCalendar(pool, now)
  return poolTransaction(pool, async (client) => {
    const detail = { role, paper }
    const closed = await closeCase(client, found, { act: 'withdraw', calendar, detail, by: actor.id, now })
    if (!closed.ok) return closed
    await endVisit(client, { caseId, isIssued: false, by: actor.id, now })
    return accept({ status: 'withdrawn' } as const)
  })
}
