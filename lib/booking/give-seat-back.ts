import type { PoolClient } from '#lib/db/pool.ts'
import { coolSeat } from './cool-seat.ts'
import { keepForWaiting } from './give-back.sql.ts'
import { type AppointmentRecord, freeSeat } from './store.ts'

/**
 * An appointment gives a seat back, in the transaction in which it does, with the slot locked. When a couple waits for
 * such a seat it stays counted as taken and rests for the waiting list; otherwise it is free for all at once. Seats from
 * the share of the staff are theirs again.
 */
export async function giveSeatBack(
  client: PoolClient,
  seat: {
    readonly slotId: number
    readonly pool: AppointmentRecord['pool']
    readonly now: Date
  },
): Promise<void> {
  const { slotId, pool, now } = seat
  const kept = pool === 'public' ? await keepForWaiting(client, slotId, now) : undefined
  if (kept) await coolSeat(client, kept, now)
  else await freeSeat(client, slotId, pool)
}
