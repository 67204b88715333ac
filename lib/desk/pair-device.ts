import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { type Device, PAIRING_HOURS } from '#lib/domain/device.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { drawToken } from '#lib/identity/draw-token.ts'
import { hashToken } from '#lib/identity/hash-token.ts'
import { swapToken } from './device.sql.ts'

/**
 * Makes the browser that opened the link that device, once: the token of the link is void from then on, and what is
 * returned is another one, for a cookie there.
 */
export async function pairDevice(
  pool: Pool,
  { token, now }: { readonly token: string; readonly now: Date },
): Promise<Result<{ readonly device: Device; readonly token: string }>> {
  const own = drawToken()
  const since = new Date(now.getTime() - PAIRING_HOURS * 60 * 60 * 1000)
  return poolTransaction(pool, async (client) => {
    const hashes = { tokenHash: hashToken(token), own: hashToken(own) }
    const device = await swapToken(client, { ...hashes, since, now })
    if (!device) return refuse('not-found')
    await writeEntry(client, {
      at: now,
      actorKind: 'device',
      actorId: device.id,
      act: 'device-paired',
      subjectKind: 'device',
      subjectId: device.id,
      officeId: device.officeId,
    })
    return accept({ device, token: own })
  })
}
