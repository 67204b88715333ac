import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import { hoursWithWindows } from '#lib/domain/fewer-windows.ts'
import type { LocalizedText } from '#lib/domain/localized-text.ts'
import { type Result, refuse } from '#lib/domain/refusal.ts'
import { readCalendar } from '#lib/office/read-calendar.ts'
import { draftChange } from './draft-change.ts'
import { readOfficePlan } from './plan.sql.ts'
import { refuseChange } from './refuse-change.ts'

/** Drafts that a lane has another number of windows on one day, with the hours that it has anyway. */
export async function draftWindows(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly officeId: string
    readonly laneId: string
    readonly date: CalendarDate
    readonly windows: number
    readonly reason: LocalizedText
    readonly now: Date
  },
): Promise<Result<{ readonly draftId: string }>> {
  const { actor, officeId, laneId, date, windows, reason, now } = wish
  const refusal = await refuseChange(pool, { actor, officeId })
  if (refusal) return refusal
  const { lanes } = await readOfficePlan(pool, officeId, date)
  const lane = lanes.find(({ id }) => id === laneId)
  if (!lane) return refuse('invalid-input', [{ path: 'laneId', reason: 'required' }])
  const hours = hoursWithWindows(lane, await readCalendar(pool), date, windows)
  if (hours.length === 0) return refuse('invalid-input', [{ path: 'date', reason: 'no-hours-that-day' }])
  const change = { kind: 'special-day', laneId, date, hours, reason } as const
  return draftChange(pool, { actor, officeId, change, now })
}
