import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { reopenSlots } from './reopen-slots.ts'
import { freeSeat, lockSlots } from './store.ts'

/** Gives a held seat back at once, for somebody who leaves the journey. */
export async function releaseHold(pool: Pool, personId: string): Promise<void> {
  await poolTransaction(pool, async (client) => {
    const held = await client.query<{ slotId: number }>(
      'SELECT slot_id AS "slotId" FROM slot_hold WHERE person_id = $1',
      [personId],
    )
    const slotId = held.rows[0]?.slotId
    if (slotId === undefined) return
    await lockSlots(client, [slotId])
    const gone = await client.query('DELETE FROM slot_hold WHERE person_id = $1 AND slot_id = $2', [
      personId,
      slotId,
    ])
    if (gone.rowCount === 1) await freeSeat(client, slotId, 'public')
    reopenSlots([slotId])
  })
}
