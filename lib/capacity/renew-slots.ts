import { materialiseSlots } from '#lib/booking/materialise-slots.ts'
import type { PoolClient } from '#lib/db/pool.ts'
import { addDays, type CalendarDate } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { loadLongestHorizon } from '#lib/office/load-longest-horizon.ts'
import type { Days } from './plan.sql.ts'

/** Two periods of thirty days, each with the longest run of rest days after it, as in `keepHorizon`. */
const FARTHEST_CERTIFICATE_DAYS = 90

/** Brings the slots of one office to its plan for these days, as far ahead as slots exist. The caller has locked them. */
export async function renewSlots(
  client: PoolClient,
  { officeId, days, now }: { readonly officeId: string; readonly days: Days; readonly now: Date },
): Promise<void> {
  const today = shanghaiToday(now)
  const horizon = addDays(today, (await loadLongestHorizon(client, now)) + 1)
  const near = within(days, today, horizon)
  if (near) await materialiseSlots(client, near, { officeIds: [officeId], now })
  const far = within(days, addDays(horizon, 1), addDays(today, FARTHEST_CERTIFICATE_DAYS))
  if (far) await materialiseSlots(client, far, { officeIds: [officeId], service: 'DIVORCE_CERTIFICATE', now })
}

function within(days: Days, from: CalendarDate, until: CalendarDate): Days | undefined {
  const part = {
    from: days.from > from ? days.from : from,
    until: days.until < until ? days.until : until,
  }
  return part.from > part.until ? undefined : part
}
