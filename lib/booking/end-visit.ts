import type { PoolClient } from '#lib/db/pool.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { lockOpenVisit, type OpenVisit } from './case-visit.sql.ts'
import { closeVisit, type VisitEnd } from './close-visit.ts'
import { releaseKeptSeat } from './release-kept-seat.ts'

/**
 * Lets a closed case have no seat any more: today's visit becomes attended when the certificate was issued, one that lies
 * ahead is cancelled, and its seat and the kept one are given back. Its people get no letter about the visit, because
 * they are told of the case; a visit that went by stays what the desk puts down. Runs in the transaction that closes the
 * case.
 */
export async function endVisit(
  client: PoolClient,
  wish: {
    readonly caseId: string
    readonly isIssued: boolean
    /** Id of the clerk; the system when absent. */
    readonly by?: string
    readonly now: Date
  },
): Promise<void> {
  const { caseId, isIssued, by, now } = wish
  const visit = await lockOpenVisit(client, caseId)
  const end = visit && endOf(visit, isIssued, shanghaiToday(now))
  if (visit && end) await closeVisit(client, visit, { end, by, now })
  await releaseKeptSeat(client, caseId)
}

function endOf({ date, status }: OpenVisit, isIssued: boolean, today: CalendarDate): VisitEnd | undefined {
  if (date < today) return undefined
  if (isIssued && date === today && status === 'confirmed') return { event: 'attend' }
  return { event: 'cancel', endReason: 'case-closed' }
}
