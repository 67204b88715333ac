import type { Pool, PoolClient } from 'pg'
import type { CorrectionAnswer } from '#lib/domain/correction.ts'

/** A correction request as stored. */
export interface CorrectionRecord {
  readonly id: string
  readonly sealed: Buffer
  readonly createdAt: Date
  readonly answeredAt: Date | null
  readonly answer: CorrectionAnswer | null
}

/** The latest request of one of the two, or undefined. */
export async function findCorrection(
  database: Pool | PoolClient,
  appointmentId: string,
  role: number,
): Promise<CorrectionRecord | undefined> {
  const { rows } = await database.query<CorrectionRecord>(
    `SELECT id, sealed, created_at AS "createdAt", answered_at AS "answeredAt", answer FROM correction_request
     WHERE appointment_id = $1 AND role = $2 ORDER BY created_at DESC, id DESC LIMIT 1`,
    [appointmentId, role],
  )
  return rows[0]
}

/** Makes others who write about this person's data of this appointment wait until this transaction ends. */
export async function lockParty(client: PoolClient, appointmentId: string, role: number): Promise<void> {
  await client.query('SELECT FROM party WHERE appointment_id = $1 AND role = $2 FOR NO KEY UPDATE', [
    appointmentId,
    role,
  ])
}

export async function insertCorrection(
  client: PoolClient,
  row: {
    readonly id: string
    readonly appointmentId: string
    readonly role: number
    readonly sealed: Buffer
    readonly now: Date
  },
): Promise<void> {
  await client.query(
    `INSERT INTO correction_request (id, appointment_id, role, sealed, created_at) VALUES ($1, $2, $3, $4, $5)`,
    [row.id, row.appointmentId, row.role, row.sealed, row.now],
  )
}

/** Answers an open request about an appointment of this office; undefined when there is none. Returns the appointment. */
export async function closeCorrection(
  client: PoolClient,
  row: {
    readonly id: string
    readonly officeId: string
    readonly answer: CorrectionAnswer
    readonly now: Date
  },
): Promise<string | undefined> {
  const { rows } = await client.query<{ appointmentId: string }>(
    `UPDATE correction_request c SET answered_at = $4, answer = $3 FROM appointment a
     WHERE c.id = $1 AND a.id = c.appointment_id AND a.office_id = $2 AND c.answered_at IS NULL
     RETURNING c.appointment_id AS "appointmentId"`,
    [row.id, row.officeId, row.answer, row.now],
  )
  return rows[0]?.appointmentId
}
