import type { Pool, PoolClient } from '#lib/db/pool.ts'
import { coolUntil } from '#lib/domain/waiting.ts'
import { drawRandom } from '#lib/identity/draw-random.ts'
import { loadPolicy } from '#lib/office/load-policy.ts'

/** Lets a seat that was kept back rest for a random time, as the policy of its office says. */
export async function coolSeat(
  database: Pool | PoolClient,
  seat: { readonly seatId: string; readonly officeId: string },
  now: Date,
): Promise<void> {
  const policy = await loadPolicy(database, seat.officeId, now)
  const chance = drawRandom(4).readUInt32LE() / 2 ** 32
  await database.query('UPDATE returned_seat SET cool_until = $2 WHERE id = $1 AND entry_id IS NULL', [
    seat.seatId,
    coolUntil(policy, now, chance),
  ])
}
