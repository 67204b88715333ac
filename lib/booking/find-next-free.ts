import type { Pool } from '#lib/db/pool.ts'
import { offerStateOf } from '#lib/domain/booking-policy.ts'
import { addDays, type CalendarDate } from '#lib/domain/calendar-date.ts'
import { type ClockTime, shanghaiToday } from '#lib/domain/clock.ts'
import type { Service } from '#lib/domain/service.ts'
import { loadPolicy } from '#lib/office/load-policy.ts'

export interface NextFree {
  readonly date: CalendarDate
  readonly start: ClockTime
}

const LOOK_AHEAD_DAYS = 60

/** The earliest time on offer with a free place, for each of these offices that has one. */
export async function findNextFree(
  pool: Pool,
  wish: { readonly officeIds: readonly string[]; readonly service: Service; readonly now: Date },
): Promise<Map<string, NextFree>> {
  const { officeIds, service, now } = wish
  const today = shanghaiToday(now)
  const { rows } = await pool.query<{ officeId: string } & NextFree>(NEXT_FREE, [
    officeIds,
    service,
    today,
    addDays(today, LOOK_AHEAD_DAYS),
  ])
  const found = new Map<string, NextFree>()
  for (const { officeId, date, start } of rows) {
    if (found.has(officeId)) continue
    const policy = await loadPolicy(pool, officeId, now)
    if (offerStateOf(policy, date, now) === 'offered') found.set(officeId, { date, start })
  }
  return found
}

const NEXT_FREE = `
SELECT s.office_id AS "officeId", s.date::text AS date, min(s.start_time) AS start
FROM slot s JOIN lane l ON l.id = s.lane_id JOIN office o ON o.id = s.office_id
WHERE s.office_id = ANY($1) AND $2 = ANY(l.services) AND s.date BETWEEN $3 AND $4 AND s.open AND o.online_booking
  AND s.taken < s.capacity AND s.public_taken < s.public_capacity
GROUP BY s.office_id, s.date ORDER BY s.office_id, s.date`
