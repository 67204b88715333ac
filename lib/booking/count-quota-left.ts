import type { PoolClient } from '#lib/db/pool.ts'
import { leftOfQuotas } from '#lib/domain/quota.ts'
import type { Service } from '#lib/domain/service.ts'
import { lockQuotas, readLimitedSlot, readQuotas, readQuotaUses } from './quota.sql.ts'

/**
 * How many more seats the quotas of an office leave for such a booking in a slot; Infinity where none counts. From here to
 * the end of the transaction nobody else counts at this office on this day, so call it before any slot is locked.
 * SAFETY: the count is made after the lock, by a statement of its own: it sees whatever was committed before.
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
  const { officeId, date } = slot
  await lockQuotas(client, officeId, date)
  const day = { officeId, from: date, until: date }
  const quotas = await readQuotas(client, day)
  const uses = await readQuotaUses(client, { ...day, besidesPerson: wish.personId })
  const asked = { ...slot, service: wish.service, ...(wish.channelId ? { channelId: wish.channelId } : {}) }
  return leftOfQuotas(quotas, uses, asked)
}
