import type { PoolClient } from 'pg'
import type { AppointmentStatus } from '#lib/domain/appointment-status.ts'

/** Where an appointment stands. */
export interface Standing {
  readonly id: string
  readonly status: AppointmentStatus
  readonly slotId: number
  readonly officeId: string
}

/** The same, locked until the end of the transaction. */
export async function lockStanding(client: PoolClient, id: string): Promise<Standing | undefined> {
  const { rows } = await client.query<Standing>(
    `SELECT id, status, slot_id AS "slotId", office_id AS "officeId" FROM appointment
     WHERE id = $1 AND anonymised_at IS NULL FOR NO KEY UPDATE`,
    [id],
  )
  return rows[0]
}
