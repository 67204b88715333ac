import { settleOverdue } from '#lib/booking/settle-overdue.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { queueMessages } from '#lib/notification/queue-messages.ts'
import { handOnSeat } from './hand-on-seat.ts'
import { endEntry, type LinePlace, listCooled } from './line.sql.ts'
import { listLapsed, listPast, listServed, recoverStranded } from './tidy.sql.ts'

/**
 * Moves the line on: who has a place or whose days are over leaves it, offers that nobody answered end, and every seat
 * that has rested is offered to the next couple, or to the public when nobody is left. Each seat and each couple in a
 * transaction of its own; run twice at once it does everything once.
 */
export async function offerReturnedSeats(pool: Pool, now: Date): Promise<void> {
  await settleOverdue(pool, now)
  for (const { entryId, appointmentId } of await listServed(pool))
    await end(pool, entryId, { from: ['waiting', 'offered'], status: 'booked', appointmentId, now })
  for (const entryId of await listPast(pool, shanghaiToday(now)))
    await end(pool, entryId, { from: ['waiting'], status: 'lapsed', now })
  for (const offer of await listLapsed(pool, now)) await lapse(pool, offer, now)
  await recoverStranded(pool, now)
  for (const seat of await listCooled(pool, now))
    await poolTransaction(pool, (client) => handOnSeat(client, { ...seat, now }))
}

function end(pool: Pool, entryId: string, change: Parameters<typeof endEntry>[2]): Promise<boolean> {
  return poolTransaction(pool, (client) => endEntry(client, entryId, change))
}

async function lapse(pool: Pool, offer: LinePlace & { slotId: number }, now: Date): Promise<void> {
  const { entryId, locale, slotId } = offer
  await poolTransaction(pool, async (client) => {
    if (!(await endEntry(client, entryId, { from: ['offered'], status: 'lapsed', now }))) return
    await queueMessages(client, [
      { entryId, role: 1, event: 'offer-lapsed', locale, dueAt: now, detail: { slotId } },
    ])
  })
}
