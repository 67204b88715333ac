import type { Pool } from '#lib/db/pool.ts'
import { offerStateOf } from '#lib/domain/booking-policy.ts'
import { addDays, type CalendarDate } from '#lib/domain/calendar-date.ts'
import { type ClockTime, shanghaiToday } from '#lib/domain/clock.ts'
import type { Service } from '#lib/domain/service.ts'
import { loadPolicy } from '#lib/office/load-policy.ts'
import { loadAvailability } from './load-availability.ts'

export interface NextFree {
  readonly date: CalendarDate
  readonly start: ClockTime
  /** Which part of all public places on offer is still free, 0 to 1. */
  readonly freeShare: number
}

const LOOK_AHEAD_DAYS = 60

/** The earliest time on offer with a free place, for each of these offices that has one. */
export async function findNextFree(
  pool: Pool,
  wish: { readonly officeIds: readonly string[]; readonly service: Service; readonly now: Date },
): Promise<Map<string, NextFree>> {
  const { officeIds, service, now } = wish
  const today = shanghaiToday(now)
  const { rows } = await pool.query<DayRow>(NEXT_FREE, [
    officeIds,
    service,
    today,
    addDays(today, LOOK_AHEAD_DAYS),
  ])
  const found = new Map<string, NextFree>()
  for (const [officeId, days] of Map.groupBy(rows, (row) => row.officeId)) {
    const policy = await loadPolicy(pool, officeId, now)
    const offered = days.filter((day) => offerStateOf(policy, day.date, now) === 'offered')
    const next = days.some((day) => day.limited)
      ? await findWithinQuotas(pool, { officeId, service, days: offered, now })
      : offered.find((day) => day.start !== null)
    if (!next?.start) continue
    const places = offered.reduce((sum, day) => sum + day.places, 0)
    const free = offered.reduce((sum, day) => sum + day.free, 0)
    found.set(officeId, { date: next.date, start: next.start, freeShare: free / places })
  }
  return found
}

// Where quotas count, the days are looked at as those see them who choose a time.
async function findWithinQuotas(
  pool: Pool,
  wish: { officeId: string; service: Service; days: readonly DayRow[]; now: Date },
): Promise<Pick<DayRow, 'date' | 'start'> | undefined> {
  const { officeId, service, days, now } = wish
  const [first, last] = [days[0]?.date, days.at(-1)?.date]
  if (!first || !last) return undefined
  const period = { from: first, until: last, locale: 'zh-CN' } as const
  const availability = await loadAvailability(pool, { officeId, service, ...period, now })
  const day = availability.days.find(({ state }) => state === 'open')
  const slot = day?.slots.find(({ remaining }) => remaining > 0)
  return day && slot && { date: day.date, start: slot.start }
}

interface DayRow {
  /** A quota counts on this day. */
  readonly limited: boolean
  readonly officeId: string
  readonly date: CalendarDate
  readonly start: ClockTime | null
  readonly places: number
  readonly free: number
}

const NEXT_FREE = `
SELECT s.office_id AS "officeId", s.date::text AS date, bool_or(s.limited) AS limited,
  min(s.start_time) FILTER (WHERE s.taken < s.capacity AND s.public_taken < s.public_capacity) AS start,
  sum(s.public_capacity)::int AS places,
  sum(greatest(0, least(s.capacity - s.taken, s.public_capacity - s.public_taken)))::int AS free
FROM slot s JOIN lane l ON l.id = s.lane_id JOIN office o ON o.id = s.office_id
WHERE s.office_id = ANY($1) AND $2 = ANY(l.services) AND s.date BETWEEN $3 AND $4 AND s.open AND o.online_booking
GROUP BY s.office_id, s.date ORDER BY s.office_id, s.date`
