import type { PoolClient } from '#lib/db/pool.ts'
import { dropKeptSeat } from './kept-seat.sql.ts'
import { reopenSlots } from './reopen-slots.ts'

/** The seat kept for a case goes back to its slot: it has been turned into a visit, or the case is closed. */
export async function releaseKeptSeat(client: PoolClient, caseId: string): Promise<void> {
  const slotId = await dropKeptSeat(client, caseId)
  if (slotId !== undefined) reopenSlots([slotId])
}
