import type { Pool, PoolClient } from 'pg'
import { isDuplicate } from '#lib/db/conflict.ts'
import type { SlotSeats } from '#lib/domain/availability.ts'
import type { VisitWindow } from '#lib/domain/visit-days.ts'
import { BOOKED_ROWS, WISH_COLUMNS } from './booked-rows.sql.ts'
import type { BookingClaim } from './claim-seats.ts'

/** The visit of a case that lies ahead. */
export async function hasVisit(client: PoolClient, caseId: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `SELECT FROM appointment WHERE case_id = $1 AND status IN ('awaiting-partner', 'confirmed')`,
    [caseId],
  )
  return rowCount !== 0
}

/**
 * All the rows of one booking whose seat its caller has taken, as the batched claims write them; false when its key was
 * used before, or one of the two still has such an appointment of an earlier case.
 */
export async function insertVisit(client: PoolClient, claim: BookingClaim, now: Date): Promise<boolean> {
  await client.query('SAVEPOINT visit')
  try {
    await client.query(INSERT_VISIT, [JSON.stringify([claim]), now])
    return true
  } catch (fault) {
    if (!SECOND.some((index) => isDuplicate(fault, index))) throw fault
    await client.query('ROLLBACK TO SAVEPOINT visit')
    return false
  }
}

const SECOND = ['write_result_pkey', 'party_one_active_per_service', 'appointment_one_visit_per_case']

/** The slots of an office in a window whose lane serves the certificate, in order; the whole of their seats counts. */
export async function readVisitSlots(
  pool: Pool,
  { officeId, from, until }: VisitWindow & { readonly officeId: string },
): Promise<SlotSeats[]> {
  const { rows } = await pool.query<SlotSeats>(
    `SELECT s.id, s.date::text AS date, s.start_time AS "startTime", s.end_time AS "endTime", s.capacity, s.taken,
       s.public_capacity AS "publicCapacity", s.public_taken AS "publicTaken", s.open
     FROM slot s JOIN lane l ON l.id = s.lane_id JOIN office o ON o.id = s.office_id
     WHERE s.office_id = $1 AND s.date BETWEEN $2 AND $3 AND 'DIVORCE_CERTIFICATE' = ANY(l.services) AND o.online_booking
     ORDER BY s.date, s.start_time, s.id`,
    [officeId, from, until],
  )
  return rows
}

const INSERT_VISIT = `
WITH admitted AS MATERIALIZED (SELECT * FROM json_to_recordset($1::json) AS r (${WISH_COLUMNS})),
${BOOKED_ROWS}
SELECT 1`
