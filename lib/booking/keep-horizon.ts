import type { Pool } from '#lib/db/pool.ts'
import { addDays } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { loadLongestHorizon } from '#lib/office/load-longest-horizon.ts'
import { materialiseSlots } from './materialise-slots.ts'

/** Two periods of thirty days, each with the longest run of rest days after it. */
const FARTHEST_CERTIFICATE_DAYS = 90

/**
 * Slots exist for every day that can be booked, and for certificates as far as any window reaches; also after the process
 * has slept for a week, and after a notice or a change of hours. Of all offices, or of some.
 */
export async function keepHorizon(pool: Pool, now: Date, officeIds?: readonly string[]): Promise<void> {
  const today = shanghaiToday(now)
  const until = addDays(today, (await loadLongestHorizon(pool, now)) + 1)
  const wish = { now, ...(officeIds ? { officeIds } : {}) }
  await materialiseSlots(pool, { from: today, until }, wish)
  const later = { from: addDays(until, 1), until: addDays(today, FARTHEST_CERTIFICATE_DAYS) }
  await materialiseSlots(pool, later, { service: 'DIVORCE_CERTIFICATE', ...wish })
}
