import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { addDays, type CalendarDate } from '#lib/domain/calendar-date.ts'
import { instantAt, shanghaiToday } from '#lib/domain/clock.ts'
import { findDue, findLate, listOfficeIds, takeTurn } from './due.sql.ts'
import { countDays } from './sums.sql.ts'

/** Long enough to compare a month with the same one a year ago. */
const BACK_DAYS = 400
/** So long what happened on a day is still being completed and corrected as a rule; it is counted anew every night. */
const RECENT_DAYS = 14
/** So far back a single correction has its day counted anew: further back the people of earlier visits are forgotten. */
const LATE_DAYS = 90
const OFFICES = 50
const DAYS = 31
/** After so many handfuls a run ends; the next one goes on. */
const MOST_HANDFULS = 400

/**
 * Sums up by day what the days up to yesterday come to: what was never counted, what can still change, and what was set
 * right since. The latest days first, in handfuls of one transaction each, which write sums alone and so let everybody book;
 * cut short at any point the next run goes on. Returns how many days of offices were counted.
 */
export async function sumDays(pool: Pool, now: Date, stopping?: AbortSignal): Promise<number> {
  const today = shanghaiToday(now)
  const since = instantAt(today, '00:00')
  const recent = addDays(today, -RECENT_DAYS)
  let handfuls = 0
  let total = await poolTransaction(pool, async (client) => {
    await takeTurn(client)
    const late = await findLate(client, addDays(today, -LATE_DAYS))
    if (late.length > 0) await countDays(client, late, now)
    return late.length
  })
  const offices = await listOfficeIds(pool)
  for (const days of daysBack(today)) {
    for (let first = 0; first < offices.length; first += OFFICES) {
      if (stopping?.aborted || handfuls >= MOST_HANDFULS) return total
      const counted = await poolTransaction(pool, async (client) => {
        await takeTurn(client)
        const officeIds = offices.slice(first, first + OFFICES)
        const due = await findDue(client, { officeIds, ...days, recent, since })
        if (due.length > 0) await countDays(client, due, now)
        return due.length
      })
      if (counted > 0) handfuls += 1
      total += counted
    }
  }
  return total
}

// The days that are counted every night by themselves, then month by month.
function daysBack(today: CalendarDate): { from: CalendarDate; until: CalendarDate }[] {
  const days = [{ from: addDays(today, -RECENT_DAYS), until: addDays(today, -1) }]
  for (let back = RECENT_DAYS + 1; back <= BACK_DAYS; back += DAYS)
    days.push({
      from: addDays(today, -Math.min(BACK_DAYS, back + DAYS - 1)),
      until: addDays(today, -back),
    })
  return days
}
