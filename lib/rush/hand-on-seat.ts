import { reopenSlots } from '#lib/booking/reopen-slots.ts'
import type { PoolClient } from '#lib/db/pool.ts'
import { offerDeadline } from '#lib/domain/waiting.ts'
import { queueMessages } from '#lib/notification/queue-messages.ts'
import { loadPolicy } from '#lib/office/load-policy.ts'
import { giveToPublic, lockFreeSeat, offerToNext } from './line.sql.ts'

/**
 * A freed seat goes to the first couple in line that wishes for it and has no offer, and to the public when there is
 * none, or when its day is too near for an offer. Runs in the transaction of the caller; `except` has just said no.
 */
export async function handOnSeat(
  client: PoolClient,
  seat: {
    readonly seatId: string
    readonly slotId: number
    readonly except?: string | undefined
    readonly now: Date
  },
): Promise<void> {
  const { now, except } = seat
  const free = await lockFreeSeat(client, seat)
  if (!free) return
  const policy = await loadPolicy(client, free.officeId, now)
  const until = free.open ? offerDeadline(policy, free.date, free.startTime, now) : undefined
  const next = until && (await offerToNext(client, free, { until, except }))
  if (!next) {
    await giveToPublic(client, free)
    reopenSlots([free.slotId])
    return
  }
  const { entryId, locale } = next
  const { slotId, date, startTime } = free
  const detail = { slotId, date, startTime, until: until.toISOString() }
  await queueMessages(client, [{ entryId, role: 1, event: 'offer', locale, dueAt: now, detail }])
}
