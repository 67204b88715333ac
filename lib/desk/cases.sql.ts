import type { Pool } from 'pg'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import { CASE_LISTS, type CaseListName } from '#lib/domain/case-list.ts'
import type { ClockTime } from '#lib/domain/clock.ts'
import type { CaseStatus } from '#lib/domain/divorce-case.ts'

/** One of the two people of a row. */
interface CaseRowParty {
  readonly role: number
  /** Base64. */
  readonly sealed: string
  /** Nothing arrives at the contact of this person, or a letter about the case has failed for good. */
  readonly isUnreachable: boolean
}

/** A case as the list of its office shows it. */
export interface CaseRow {
  readonly id: string
  readonly receiptNumber: string
  readonly acceptedOn: CalendarDate
  readonly status: CaseStatus
  readonly coolingOffEnd: CalendarDate
  readonly certWindowStart: CalendarDate
  readonly firstServiceDay: CalendarDate
  readonly certWindowEnd: CalendarDate
  readonly provisional: boolean
  readonly closedAt: Date | null
  readonly visit: { readonly date: CalendarDate; readonly startTime: ClockTime } | null
  readonly people: readonly CaseRowParty[]
}

/** So many days ahead a window that opens or closes is near. */
const NEAR_DAYS = 7
/** So long a closed case stays in view. */
const LATELY_DAYS = 30

/** How many cases of an office each list holds. */
export async function countCases(
  pool: Pool,
  officeId: string,
  today: CalendarDate,
): Promise<Readonly<Record<CaseListName, number>>> {
  const counts = CASE_LISTS.map((list) => `(count(*) FILTER (WHERE ${LISTS[list]}))::int AS "${list}"`)
  const { rows } = await pool.query<Record<CaseListName, number>>(
    `SELECT ${counts.join(', ')} FROM divorce_case c
     WHERE c.office_id = $1 AND (c.status = 'open' OR c.closed_at > $2::date - ${LATELY_DAYS})`,
    [officeId, today],
  )
  const [found] = rows
  if (!found) throw new Error('a count has always one row')
  return found
}

/** The cases of one list, the most pressing first. */
export async function readCases(
  pool: Pool,
  wish: {
    readonly officeId: string
    readonly list: CaseListName
    readonly today: CalendarDate
    readonly skip: number
    readonly most: number
  },
): Promise<CaseRow[]> {
  const { officeId, list, today, skip, most } = wish
  const order =
    list === 'closed' ? 'c.closed_at DESC' : list === 'opening' ? 'c.first_service_day' : 'c.cert_window_end'
  const { rows } = await pool.query<CaseRow>(
    `${ROW} WHERE c.office_id = $1 AND $2::date IS NOT NULL AND ${LISTS[list]} ORDER BY ${order}, c.id OFFSET $3 LIMIT $4`,
    [officeId, today, skip, most],
  )
  return rows
}

/** The cases of an office whose receipt has this number or ends with it, or of whom one of the two is this person. */
export async function findCasesBy(
  pool: Pool,
  wish: {
    readonly officeId: string
    readonly receiptNumber: string
    readonly personIndexes: readonly Buffer[]
    readonly most: number
  },
): Promise<CaseRow[]> {
  const { officeId, receiptNumber, personIndexes, most } = wish
  const { rows } = await pool.query<CaseRow>(
    `${ROW} WHERE c.office_id = $1 AND (right(c.receipt_number, length($2)) = $2
       OR c.id IN (SELECT case_id FROM divorce_party WHERE person_index = ANY($3)))
     ORDER BY (c.status = 'open') DESC, c.accepted_on DESC LIMIT $4`,
    [officeId, receiptNumber, personIndexes, most],
  )
  return rows
}

/** One row, whichever list it belongs to. */
export async function readCase(pool: Pool, id: string): Promise<CaseRow | undefined> {
  const { rows } = await pool.query<CaseRow>(`${ROW} WHERE c.id = $1`, [id])
  return rows[0]
}

// SAFETY: `c` is the case, $2 is today.
const HAS_VISIT = `EXISTS (SELECT FROM appointment a WHERE a.case_id = c.id AND a.status IN ('awaiting-partner', 'confirmed'))`

const isUnreachable = (party: string) => `(
  EXISTS (SELECT FROM contact k WHERE k.person_index = ${party}.person_index AND k.dead_since IS NOT NULL)
  OR EXISTS (SELECT FROM outbox_message m WHERE m.case_id = ${party}.case_id AND m.role = ${party}.role
    AND m.failed_at IS NOT NULL AND m.failure IN ('dead-address', 'refused')))`

const LISTS: Readonly<Record<CaseListName, string>> = {
  opening: `c.status = 'open' AND c.first_service_day > $2::date AND c.first_service_day <= $2::date + ${NEAR_DAYS}`,
  lapsing: `c.status = 'open' AND c.first_service_day <= $2::date AND c.cert_window_end <= $2::date + ${NEAR_DAYS}`,
  'without-visit': `c.status = 'open' AND c.first_service_day <= $2::date + ${NEAR_DAYS} AND NOT ${HAS_VISIT}`,
  unreachable: `c.status = 'open' AND EXISTS (SELECT FROM divorce_party p WHERE p.case_id = c.id AND ${isUnreachable('p')})`,
  open: `c.status = 'open'`,
  closed: `c.status <> 'open' AND c.closed_at > $2::date - ${LATELY_DAYS}`,
}

const ROW = `
SELECT c.id, c.receipt_number AS "receiptNumber", c.accepted_on::text AS "acceptedOn", c.status,
  c.cooling_off_end::text AS "coolingOffEnd", c.cert_window_start::text AS "certWindowStart",
  c.first_service_day::text AS "firstServiceDay", c.cert_window_end::text AS "certWindowEnd", c.provisional,
  c.closed_at AS "closedAt",
  (SELECT json_build_object('date', s.date, 'startTime', s.start_time) FROM appointment a JOIN slot s ON s.id = a.slot_id
   WHERE a.case_id = c.id AND a.status IN ('awaiting-partner', 'confirmed')) AS visit,
  (SELECT json_agg(json_build_object('role', p.role, 'sealed', encode(p.sealed, 'base64'), 'isUnreachable', ${isUnreachable('p')})
     ORDER BY p.role) FROM divorce_party p WHERE p.case_id = c.id) AS people
FROM divorce_case c`
