import type { PoolClient } from 'pg'
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

/** All the rows of one booking whose seat its caller has taken: the same as the batched claims write. */
export async function insertVisit(client: PoolClient, claim: BookingClaim, now: Date): Promise<void> {
  await client.query(INSERT_VISIT, [JSON.stringify([claim]), now])
}

const INSERT_VISIT = `
WITH admitted AS MATERIALIZED (SELECT * FROM json_to_recordset($1::json) AS r (${WISH_COLUMNS})),
${BOOKED_ROWS}
SELECT 1`
