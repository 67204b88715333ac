import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { readDocumentNumber } from '#lib/domain/document-number.ts'
import { DOCUMENT_TYPES } from '#lib/domain/party-type.ts'
import { accept, type Result } from '#lib/domain/refusal.ts'
import { indexPerson } from '#lib/identity/index-person.ts'
import { findCasesBy } from './cases.sql.ts'
import { refuseAtOffice } from './refuse-at-office.ts'
import { type CaseView, viewCaseRow } from './view-case-row.ts'

const MOST = 20
const SHORTEST = 4
const LONGEST = 60

/**
 * The cases of an office by the number of a receipt, or its last characters, or by the document number of one of the two,
 * which is compared without being read. Masked; nothing for fewer than four characters.
 */
export async function searchCases(
  pool: Pool,
  wish: { readonly actor: StaffActor; readonly officeId: string; readonly query: string; readonly now: Date },
): Promise<Result<readonly CaseView[]>> {
  const { actor, officeId, now } = wish
  const refusal = await refuseAtOffice(actor, 'see-cases', officeId)
  if (refusal) return refusal
  const receiptNumber = wish.query.trim()
  if (receiptNumber.length < SHORTEST || receiptNumber.length > LONGEST) return accept([])
  const personIndexes = DOCUMENT_TYPES.flatMap((type) => {
    const number = readDocumentNumber(type, receiptNumber, shanghaiToday(now))
    return number.valid ? [indexPerson(type, number.normalized)] : []
  })
  const rows = await findCasesBy(pool, { officeId, receiptNumber, personIndexes, most: MOST })
  return accept(rows.map(viewCaseRow))
}
