import { writeEntry } from '#lib/audit/write-entry.ts'
import type { PoolClient } from '#lib/db/pool.ts'
import { statusAfter } from '#lib/domain/appointment-status.ts'
import { type OpenVisit, slotsOf } from './case-visit.sql.ts'
import { giveSeatBack } from './give-seat-back.ts'
import { reopenSlots } from './reopen-slots.ts'
import { releaseParties, swapStatus } from './store.ts'

/** How a visit ends: its people came, or it is cancelled, with what is kept of why. */
export type VisitEnd =
  | { readonly event: 'attend' }
  | { readonly event: 'cancel'; readonly endReason: 'case-closed' | 'dates-corrected' }

/**
 * Ends a visit that is locked together with its slots; a cancelled one gives its seats back, and the case keeps none of
 * them. Tells nobody.
 */
export async function closeVisit(
  client: PoolClient,
  visit: OpenVisit,
  { end, by, now }: { readonly end: VisitEnd; readonly by?: string | undefined; readonly now: Date },
): Promise<void> {
  const status = statusAfter(visit.status, end.event)
  const endReason = end.event === 'cancel' ? { endReason: end.endReason } : {}
  if (!status || !(await swapStatus(client, visit, { status, now, ...endReason })))
    throw new Error(`a visit that is ${visit.status} was locked and could not ${end.event}`)
  if (end.event === 'cancel') {
    for (const slotId of slotsOf(visit)) await giveSeatBack(client, { slotId, pool: visit.pool, now })
    reopenSlots(slotsOf(visit))
  }
  await releaseParties(client, visit.id)
  await writeEntry(client, {
    at: now,
    actorKind: by ? 'staff' : 'system',
    ...(by ? { actorId: by } : {}),
    act: end.event === 'cancel' ? 'appointment-cancelled' : 'appointment-attended',
    subjectKind: 'appointment',
    subjectId: visit.id,
    officeId: visit.officeId,
  })
}
