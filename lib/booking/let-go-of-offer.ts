import type { PoolClient } from '#lib/db/pool.ts'
import type { ChangedState } from '#lib/domain/capacity-change.ts'
import { endDisplacement } from './displaced.sql.ts'
import { giveSeatBack } from './give-seat-back.ts'
import { reopenSlots } from './reopen-slots.ts'
import { type AppointmentRecord, freeSeat } from './store.ts'

/**
 * Its people have decided for themselves: what the office kept for them instead of their time is free again. In the
 * transaction of the caller, who has locked the slot of that seat too.
 */
export async function letGoOfOffer(
  client: PoolClient,
  appointment: Pick<AppointmentRecord, 'id' | 'pool'>,
  state: Extract<ChangedState, 'chose-other' | 'cancelled'>,
  now: Date,
  /** Where they are about to take a seat themselves: it goes to nobody in between. */
  wanted?: number,
): Promise<void> {
  const slotId = await endDisplacement(client, appointment.id, state, now)
  if (slotId === undefined) return
  if (slotId === wanted) await freeSeat(client, slotId, appointment.pool)
  else await giveSeatBack(client, { slotId, pool: appointment.pool, now })
  reopenSlots([slotId])
}
