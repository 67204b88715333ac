import type { Pool } from '#lib/db/pool.ts'
import type { DivorceCase } from '#lib/divorce/get-case.ts'
import type { DayOnOffer } from '#lib/domain/availability.ts'
import { type VisitWindow, visitDays, windowAhead } from '#lib/domain/visit-days.ts'
import { loadOfficeCalendar } from '#lib/office/load-office-calendar.ts'
import { loadPolicy } from '#lib/office/load-policy.ts'
import { readKeptSeat } from './kept-seat.sql.ts'
import { settleOverdue } from './settle-overdue.ts'
import { readVisitSlots } from './visit.sql.ts'

/** The days that a couple can choose from for its visit, and no other; undefined when its window is over. */
export async function loadVisitDays(
  pool: Pool,
  { id, officeId, deadlines }: Pick<DivorceCase, 'id' | 'officeId' | 'deadlines'>,
  now: Date,
): Promise<(VisitWindow & { readonly days: readonly DayOnOffer[] }) | undefined> {
  const window = windowAhead(deadlines, now)
  if (!window) return undefined
  await settleOverdue(pool, now, { officeId })
  const [calendar, policy, kept, slots] = await Promise.all([
    loadOfficeCalendar(pool, { officeId, service: 'DIVORCE_CERTIFICATE', ...window }, now),
    loadPolicy(pool, officeId, now),
    readKeptSeat(pool, id),
    readVisitSlots(pool, { officeId, ...window }),
  ])
  const facts = { calendar, policy, slots, keptSlotId: kept?.slotId, now }
  return { ...window, days: visitDays(window, facts) }
}
