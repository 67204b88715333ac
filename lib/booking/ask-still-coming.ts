import type { Pool } from '#lib/db/pool.ts'
import { addDays } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { stillComingAt } from '#lib/domain/reminder.ts'
import { loadCalendar } from '#lib/office/load-calendar.ts'
import { loadPolicy } from '#lib/office/load-policy.ts'
import { askGroups, type ComingGroup, readComingGroups } from './coming.sql.ts'

// Longer than any rest period with the working days before it.
const LOOK_AHEAD_DAYS = 30

/**
 * Asks both people of every confirmed appointment whether they still come, so many working days before as the office
 * has set for the service. Who agreed only then is not asked: they have just said so. Safe to run at any time and any
 * number of times. Returns how many people were asked.
 */
export async function askStillComing(pool: Pool, now: Date): Promise<number> {
  const today = shanghaiToday(now)
  const calendar = await loadCalendar(pool, now)
  const due: (ComingGroup & { readonly before: Date })[] = []
  for (const group of await readComingGroups(pool, today, addDays(today, LOOK_AHEAD_DAYS))) {
    const { stillComingDays } = await loadPolicy(pool, group.officeId, now, group.service)
    const before = stillComingAt(calendar, group.date, stillComingDays)
    if (before && before <= now) due.push({ ...group, before })
  }
  return due.length > 0 ? askGroups(pool, due, now) : 0
}
