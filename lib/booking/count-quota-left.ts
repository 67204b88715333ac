import type { PoolClient } from '#lib/db/pool.ts'
import { leftOfQuotas } from '#lib/domain/quota.ts'
import type { Service } from '#lib/domain/service.ts'
import { lockQuotasInUse } from './lock-quotas-in-use.ts'
import { readLimitedSlot } from './quota.sql.ts'

/**
 * How many more seats the quotas of an office leave for such a booking in a slot; Infinity where none counts. From here to
 * the end of the transaction nobody else counts at this office on this day, so call it before any slot is locked.
 */
export async function countQuotaLeft(
  client: PoolClient,
  wish: {
    readonly slotId: number
    readonly service: Service
    readonly channelId?: string | undefined
    /** Who gives up another held seat for this one. */
    readonly personId?: string | undefined
  },
): Promise<number> {
  const slot = await readLimitedSlot(client, wish.slotId)
  if (!slot) return Number.POSITIVE_INFINITY
  const { quotas, uses } = await lockQuotasInUse(client, slot.officeId, [slot.date], wish.personId)
  const asked = { ...slot, service: wish.service, ...(wish.channelId ? { channelId: wish.channelId } : {}) }
  return leftOfQuotas(quotas, uses, asked)
}
