import type { PoolClient } from '#lib/db/pool.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { coolSeat } from './cool-seat.ts'
import { keepForWaiting } from './give-back.sql.ts'
import { keepSeatAnew } from './keep-seat-anew.ts'
import { turnIntoKeptSeat } from './kept-seat.sql.ts'
import { type AppointmentRecord, freeSeat } from './store.ts'

/**
 * An appointment gives a seat back, in the transaction in which it does, with the slot locked. When a couple waits for
 * such a seat it stays counted as taken and rests for the waiting list; otherwise it is free for all at once. Seats from
 * the share of the staff are theirs again. The seat of a visit that ends inside the window of its case (`caseId`) stays with
 * the case; where it is of no more use, another is kept.
 */
export async function giveSeatBack(
  client: PoolClient,
  seat: {
    readonly slotId: number
    readonly pool: AppointmentRecord['pool']
    /** Only when the appointment itself has ended. */
    readonly caseId?: string | undefined
    readonly now: Date
  },
): Promise<void> {
  const { slotId, pool, caseId, now } = seat
  const visit = caseId && pool === 'staff' ? { caseId, slotId, today: shanghaiToday(now), now } : undefined
  if (visit && (await turnIntoKeptSeat(client, visit))) return
  const kept = pool === 'public' ? await keepForWaiting(client, slotId, now) : undefined
  if (kept) await coolSeat(client, kept, now)
  else await freeSeat(client, slotId, pool)
  if (caseId) await keepSeatAnew(client, caseId, now)
}
