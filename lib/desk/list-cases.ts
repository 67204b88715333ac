import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import type { CaseListName } from '#lib/domain/case-list.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { accept, type Result } from '#lib/domain/refusal.ts'
import { countCases, readCases } from './cases.sql.ts'
import { refuseAtOffice } from './refuse-at-office.ts'
import { type CaseView, viewCaseRow } from './view-case-row.ts'

/** So many cases stand on one page. */
export const CASES_A_PAGE = 50

/** One page of the cases of an office in one list, the most pressing first, masked; and how many each list holds. */
export async function listCases(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly officeId: string
    readonly list: CaseListName
    /** From 1. */
    readonly page: number
    readonly now: Date
  },
): Promise<
  Result<{ readonly counts: Readonly<Record<CaseListName, number>>; readonly cases: readonly CaseView[] }>
> {
  const { actor, officeId, list, page, now } = wish
  const refusal = await refuseAtOffice(actor, 'see-cases', officeId)
  if (refusal) return refusal
  const today = shanghaiToday(now)
  const skip = (page - 1) * CASES_A_PAGE
  const [counts, rows] = await Promise.all([
    countCases(pool, officeId, today),
    readCases(pool, { officeId, list, today, skip, most: CASES_A_PAGE }),
  ])
  return accept({ counts, cases: rows.map(viewCaseRow) })
}
