import type { Pool } from '#lib/db/pool.ts'
import type { Service } from '#lib/domain/service.ts'

/** A seat kept for some minutes. */
export interface SeatHold {
  readonly id: string
  readonly slotId: number
  readonly service: Service
  readonly expiresAt: Date
  readonly extensions: number
}

/** The seat this person holds at this instant; one that has run out is none, swept or not. */
export async function findHold(pool: Pool, personId: string, now: Date): Promise<SeatHold | undefined> {
  const { rows } = await pool.query<SeatHold>(
    `SELECT id, slot_id AS "slotId", service, expires_at AS "expiresAt", extensions FROM slot_hold
     WHERE person_id = $1 AND expires_at > $2`,
    [personId, now],
  )
  return rows[0]
}
