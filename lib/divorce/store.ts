import type { Pool, PoolClient } from 'pg'
import { isDuplicate } from '#lib/db/conflict.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { CaseDates, DeadlineReading } from '#lib/domain/cooling-off.ts'
import type { CaseStatus, PrintedDates } from '#lib/domain/divorce-case.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import type { PartyType } from '#lib/domain/party-type.ts'

export type Queryable = Pick<Pool | PoolClient, 'query'>

/** One of the two people of a case as stored. */
export interface CaseParty {
  readonly role: number
  readonly personIndex: Buffer
  readonly sealed: Buffer
  readonly partyType: PartyType
  readonly locale: Locale
}

/** How the law was read when the application was accepted, and which years had a notice when the dates were computed. */
export interface CaseReading extends DeadlineReading {
  readonly officialYears: readonly number[]
}

/** A case with the dates that count and its two people, as stored. */
export interface CaseRecord {
  readonly id: string
  readonly officeId: string
  readonly receiptNumber: string
  readonly acceptedOn: CalendarDate
  readonly status: CaseStatus
  readonly deadlines: CaseDates
  readonly provisional: boolean
  readonly printed: PrintedDates | undefined
  readonly reading: CaseReading
  readonly version: number
  readonly parties: readonly CaseParty[]
}

interface Row extends Omit<CaseRecord, 'deadlines' | 'parties' | 'printed'>, CaseDates {
  readonly printed: PrintedDates | null
}

const CASE = `
SELECT c.id, c.office_id AS "officeId", c.receipt_number AS "receiptNumber", c.accepted_on::text AS "acceptedOn", c.status,
  c.cooling_off_end::text AS "coolingOffEnd", c.cert_window_start::text AS "certWindowStart",
  c.first_service_day::text AS "firstServiceDay", c.cert_window_end::text AS "certWindowEnd", c.provisional, c.printed, c.reading, c.version
FROM divorce_case c`

const PARTIES = `
SELECT case_id AS "caseId", role, person_index AS "personIndex", sealed, party_type AS "partyType", locale
FROM divorce_party WHERE case_id = ANY($1::uuid[]) ORDER BY role`

export async function findCaseById(queryable: Queryable, id: string): Promise<CaseRecord | undefined> {
  const [found] = await readCases(queryable, `${CASE} WHERE c.id = $1`, [id])
  return found
}

/** The cases of a person, the open one first, then the youngest. */
export function findCasesOf(queryable: Queryable, personIndex: Buffer): Promise<CaseRecord[]> {
  const own = `${CASE} WHERE c.id IN (SELECT case_id FROM divorce_party WHERE person_index = $1)
    ORDER BY (c.status = 'open') DESC, c.accepted_on DESC LIMIT 20`
  return readCases(queryable, own, [personIndex])
}

/** The case of a receipt of an office. */
export async function findCaseByReceipt(
  queryable: Queryable,
  officeId: string,
  receiptNumber: string,
): Promise<CaseRecord | undefined> {
  const known = `${CASE} WHERE c.office_id = $1 AND c.receipt_number = $2`
  const [found] = await readCases(queryable, known, [officeId, receiptNumber])
  return found
}

/** Open cases for which a condition on `c` holds; a thousand at a time. */
export function findOpenCases(
  queryable: Queryable,
  condition: string,
  values: readonly unknown[],
): Promise<CaseRecord[]> {
  const open = `${CASE} WHERE c.status = 'open' AND (${condition}) ORDER BY c.cert_window_end, c.id LIMIT 1000`
  return readCases(queryable, open, values)
}

async function readCases(
  queryable: Queryable,
  text: string,
  values: readonly unknown[],
): Promise<CaseRecord[]> {
  const { rows } = await queryable.query<Row>(text, [...values])
  if (rows.length === 0) return []
  const parties = await queryable.query<CaseParty & { caseId: string }>(PARTIES, [rows.map(({ id }) => id)])
  const byCase = Map.groupBy(parties.rows, ({ caseId }) => caseId)
  return rows.map(({ coolingOffEnd, certWindowStart, firstServiceDay, certWindowEnd, printed, ...row }) => ({
    ...row,
    printed: printed ?? undefined,
    deadlines: { coolingOffEnd, certWindowStart, firstServiceDay, certWindowEnd },
    parties: byCase.get(row.id) ?? [],
  }))
}

export interface NewCase extends Omit<CaseRecord, 'status' | 'version'> {
  readonly openedAt: Date
  readonly openedBy: string
}

/** Writes a case and its two people; the unique indexes tell of a person's other open case, and of a known receipt. */
export async function insertCase(
  client: PoolClient,
  made: NewCase,
): Promise<'written' | 'open-case' | 'receipt-known'> {
  await client.query('SAVEPOINT new_case')
  try {
    await insertRows(client, made)
    return 'written'
  } catch (fault) {
    await client.query('ROLLBACK TO SAVEPOINT new_case')
    if (isDuplicate(fault, 'divorce_party_one_open_case')) return 'open-case'
    if (isDuplicate(fault, 'divorce_case_receipt')) return 'receipt-known'
    throw fault
  }
}

async function insertRows(client: PoolClient, made: NewCase): Promise<void> {
  const { deadlines } = made
  await client.query(
    `INSERT INTO divorce_case (id, office_id, receipt_number, accepted_on, status, cooling_off_end, cert_window_start,
       first_service_day, cert_window_end, provisional, printed, reading, opened_at, opened_by)
     VALUES ($1, $2, $3, $4, 'open', $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      made.id,
      made.officeId,
      made.receiptNumber,
      made.acceptedOn,
      deadlines.coolingOffEnd,
      deadlines.certWindowStart,
      deadlines.firstServiceDay,
      deadlines.certWindowEnd,
      made.provisional,
      made.printed ?? null,
      made.reading,
      made.openedAt,
      made.openedBy,
    ],
  )
  for (const { role, personIndex, sealed, partyType, locale } of made.parties) {
    await client.query(
      `INSERT INTO divorce_party (case_id, role, person_index, sealed, party_type, locale) VALUES ($1, $2, $3, $4, $5, $6)`,
      [made.id, role, personIndex, sealed, partyType, locale],
    )
  }
}

/** Compare-and-swap of the end of a case: false when it has changed since it was read. */
export async function endCase(
  client: PoolClient,
  { id, version }: Pick<CaseRecord, 'id' | 'version'>,
  end: { readonly status: CaseStatus; readonly at: Date; readonly by: string; readonly detail: unknown },
): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE divorce_case SET status = $3, closed_at = $4, closed_by = $5, close_detail = $6, version = version + 1
     WHERE id = $1 AND version = $2 AND status = 'open'`,
    [id, version, end.status, end.at, end.by, end.detail ?? null],
  )
  if (rowCount === 1) await client.query('UPDATE divorce_party SET active = false WHERE case_id = $1', [id])
  return rowCount === 1
}

/** Compare-and-swap of the dates of an open case. */
export async function changeDates(
  client: PoolClient,
  { id, version }: Pick<CaseRecord, 'id' | 'version'>,
  change: {
    readonly deadlines: CaseDates
    readonly provisional: boolean
    readonly printed: PrintedDates | undefined
    readonly reading: CaseReading
  },
): Promise<boolean> {
  const { deadlines, provisional, printed, reading } = change
  const { rowCount } = await client.query(
    `UPDATE divorce_case SET cooling_off_end = $3, cert_window_start = $4, first_service_day = $5, cert_window_end = $6,
       provisional = $7, printed = $8, reading = $9, version = version + 1
     WHERE id = $1 AND version = $2 AND status = 'open'`,
    [
      id,
      version,
      deadlines.coolingOffEnd,
      deadlines.certWindowStart,
      deadlines.firstServiceDay,
      deadlines.certWindowEnd,
      provisional,
      printed ?? null,
      reading,
    ],
  )
  return rowCount === 1
}
