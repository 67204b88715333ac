import { endVisit } from '#lib/booking/end-visit.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { closeCase } from '#lib/divorce/close-case.ts'
import { getCase } from '#lib/divorce/get-case.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { accept, type RefusalDetail, type Result, refuse } from '#lib/domain/refusal.ts'
import { loadOfficeCalendar } from '#lib/office/load-office-calendar.ts'
import { refuseAtOffice } from './refuse-at-office.ts'

/**
 * Puts down that the certificates were issued: to both, in person, at the office that accepted the application, inside the
 * window and on a day it serves. Today's visit becomes attended, a later one and the kept seat are given back, in one
 * transaction. The numbers of the two certificates stay with the case. Civil Code art. 1077(2), 1078.
 */
export async function issueCertificate(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly caseId: string
    /** Where the clerk sits. */
    readonly at: string
    /** The numbers of the certificates of the first and of the second, as typed. */
    readonly certificates: readonly [string, string]
    /** The clerk has asked each of the two alone. */
    readonly isVoluntary: boolean
    readonly now: Date
  },
): Promise<Result<{ readonly status: 'issued' }>> {
  const { actor, caseId, at, now } = wish
  const found = await getCase(pool, caseId)
  if (!found) return refuse('not-found')
  const refusal = await refuseAtOffice(actor, 'issue-certificate', found.officeId, at)
  if (refusal) return refusal
  const certificates = wish.certificates.map((typed) => typed.trim().toUpperCase())
  const errors = certificates.flatMap((number, index) => faultOf(number, `certificates.${index}`))
  if (!wish.isVoluntary) errors.push({ path: 'voluntary', reason: 'required', article: '1078' })
  if (errors.length > 0) return refuse('invalid-input', errors)
  const today = shanghaiToday(now)
  const office = {
    officeId: found.officeId,
    service: 'DIVORCE_CERTIFICATE',
    from: today,
    until: today,
  } as const
  const calendar = await loadOfficeCalendar(pool, office, now)
  return poolTransaction(pool, async (client) => {
    const detail = { certificates }
    const closed = await closeCase(client, found, { act: 'issue', calendar, detail, by: actor.id, now })
    if (!closed.ok) return closed
    await endVisit(client, { caseId, isIssued: true, by: actor.id, now })
    return accept({ status: 'issued' } as const)
  })
}

/** Letters, digits and hyphens, as they stand on a certificate: L330523-2026-000123. */
const CERTIFICATE_NUMBER = /^[A-Z0-9][A-Z0-9-]{3,39}$/

function faultOf(number: string, path: string): RefusalDetail[] {
  if (!number) return [{ path, reason: 'required' }]
  return CERTIFICATE_NUMBER.test(number) ? [] : [{ path, reason: 'certificate-number' }]
}
