import type { Pool } from 'pg'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { CaseStatus } from '#lib/domain/divorce-case.ts'
import type { LetterOffice } from '#lib/domain/letter.ts'

/** Everything a letter to one of the people of a case may tell. */
export interface CaseLetterRow {
  readonly status: CaseStatus
  readonly receiptNumber: string
  readonly coolingOffEnd: CalendarDate
  readonly certWindowStart: CalendarDate
  readonly firstServiceDay: CalendarDate
  readonly certWindowEnd: CalendarDate
  readonly provisional: boolean
  readonly office: LetterOffice
  readonly personIndex: Buffer
  readonly sealed: Buffer
}

/** The case as the one in this role is told of it; undefined when its people are no longer known. */
export async function readCaseLetterRow(
  pool: Pool,
  caseId: string,
  role: number,
): Promise<CaseLetterRow | undefined> {
  const { rows } = await pool.query<CaseLetterRow>({
    name: 'case-letter-row',
    text: `
      SELECT c.status, c.receipt_number AS "receiptNumber", c.cooling_off_end::text AS "coolingOffEnd",
        c.cert_window_start::text AS "certWindowStart", c.first_service_day::text AS "firstServiceDay",
        c.cert_window_end::text AS "certWindowEnd", c.provisional, json_build_object('id', o.id,
          'regionCode', o.region_code, 'name', o.name, 'address', o.address, 'phone', o.phone) AS office,
        p.person_index AS "personIndex", p.sealed
      FROM divorce_case c
      JOIN divorce_party p ON p.case_id = c.id AND p.role = $2 AND p.sealed <> ''
      JOIN office o ON o.id = c.office_id
      WHERE c.id = $1`,
    values: [caseId, role],
  })
  return rows[0]
}
