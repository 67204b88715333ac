import { openCare } from '#lib/booking/open-care.ts'
import type { PoolClient } from '#lib/db/pool.ts'
import { RATING_ASKED_AFTER_MINUTES } from '#lib/domain/rating.ts'
import type { Ticket } from '#lib/domain/ticket.ts'
import { queueMessages } from '#lib/notification/queue-messages.ts'
import { readTicketsOf } from './day.sql.ts'
import { readRatingReaders } from './rating-letter.sql.ts'

/**
 * Leaves, in the transaction that ends a visit, a message with the link that rates it: to whoever of the two was here and
 * has chosen and proved how to be reached, once for each visit. Never to somebody who asked to come apart from the other:
 * nothing is sent to them that they do not need.
 */
export async function askForRating(
  client: PoolClient,
  { id, appointmentId }: Pick<Ticket, 'id' | 'appointmentId'>,
  now: Date,
): Promise<void> {
  if (!appointmentId) return
  const readers = await readRatingReaders(client, appointmentId)
  if (readers.length === 0) return
  const here = (await readTicketsOf(client, [appointmentId])).find((ticket) => ticket.id === id)?.here ?? []
  const asked = readers.filter(
    ({ role, care }) => here.includes(role) && !(care && openCare(appointmentId, role, care).separate),
  )
  const dueAt = new Date(now.getTime() + RATING_ASKED_AFTER_MINUTES * 60_000)
  await queueMessages(
    client,
    asked.map(({ role, locale }) => ({
      appointmentId,
      role,
      event: 'visit-over' as const,
      locale,
      dueAt,
      dedupe: `visit-over:${id}:${role}`,
    })),
  )
}
