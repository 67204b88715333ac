import type { PoolClient } from '#lib/db/pool.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import { queueMessages } from '#lib/notification/queue-messages.ts'
import { lockOpenVisit } from './case-visit.sql.ts'
import { closeVisit } from './close-visit.ts'
import { keepSeatAnew } from './keep-seat-anew.ts'
import { findByCode } from './store.ts'

/**
 * After the dates of a case were put right: a visit that no longer lies in the window is cancelled, both are told by the
 * office, and another seat is kept inside the window. Runs in the transaction of the correction. Civil Code art. 1077(2).
 */
export async function fitVisitToWindow(
  client: PoolClient,
  wish: {
    readonly caseId: string
    readonly from: CalendarDate
    /** Last day. */
    readonly until: CalendarDate
    /** Id of the clerk. */
    readonly by: string
    readonly now: Date
  },
): Promise<void> {
  const { caseId, from, until, by, now } = wish
  const visit = await lockOpenVisit(client, caseId)
  if (visit && (visit.date < from || visit.date > until)) {
    const people = (await findByCode(client, visit.code))?.parties ?? []
    await closeVisit(client, visit, { end: { event: 'cancel', endReason: 'dates-corrected' }, by, now })
    await queueMessages(
      client,
      people.map(({ role, locale }) => ({
        appointmentId: visit.id,
        role,
        locale,
        event: 'cancelled' as const,
        dueAt: now,
        detail: { by: 'office' },
      })),
    )
  }
  await keepSeatAnew(client, caseId, now)
}
