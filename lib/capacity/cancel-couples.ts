import { cancelByOffice } from '#lib/booking/cancel-by-office.ts'
import type { PoolClient } from '#lib/db/pool.ts'
import type { ChangeRecord } from './change.sql.ts'
import { type ChangedCouple, lockSeats, markCouples } from './couples.sql.ts'

/** Cancels these appointments by the office, with its reason. Tells how many were dealt with. */
export async function cancelCouples(
  client: PoolClient,
  wish: {
    readonly change: ChangeRecord
    readonly couples: readonly ChangedCouple[]
    readonly now: Date
  },
): Promise<number> {
  const { change, couples, now } = wish
  const why = { reason: change.reason ?? undefined, by: change.madeBy, changeId: change.id, now }
  await lockSeats(
    client,
    couples.map(({ slotId }) => slotId),
  )
  for (const { appointmentId: id, ...couple } of couples) await cancelByOffice(client, { id, ...couple }, why)
  const marks = couples.map(({ appointmentId }) => ({ appointmentId, state: 'cancelled' as const }))
  await markCouples(client, change.id, marks, now)
  return couples.length
}
