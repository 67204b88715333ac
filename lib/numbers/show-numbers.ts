import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { addDays, type CalendarDate } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { CountedEvent } from '#lib/domain/journey-count.ts'
import { type NumbersLines, numbersLines } from '#lib/domain/numbers-lines.ts'
import { LOAD_DAYS, type NumbersPeriod, readPeriod } from '#lib/domain/numbers-period.ts'
import { accept, type Result } from '#lib/domain/refusal.ts'
import { keepFresh } from '#lib/office/keep-fresh.ts'
import { type DayLoad, readLoad } from './load.sql.ts'
import { type OpenedScope, openScope } from './open-scope.ts'
import { readSteps } from './step.sql.ts'
import { findGaps, readTallies } from './sums.sql.ts'

/** The numbers of a place and period. In the lists by part the line of all together has an empty key; without any visit there is no line. */
export interface Numbers extends NumbersLines {
  readonly opened: OpenedScope
  readonly period: NumbersPeriod
  /** The first of the fourteen days that lie ahead. */
  readonly today: CalendarDate
  readonly load: readonly DayLoad[]
  readonly steps: ReadonlyMap<CountedEvent, number>
}

/**
 * What the work of a place comes to: what lies ahead in the next fourteen days, and what a period was like: today
 * as it is, the days before as they were counted last. Refuses to whoever may not see all of the place. The numbers may
 * be a minute old.
 */
export async function showNumbers(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    /** An office, a region or `CN`. */
    readonly at: string
    readonly period: string | undefined
    readonly now: Date
  },
): Promise<Result<Numbers>> {
  const { at, now } = wish
  const opened = await openScope(pool, wish, 'see-numbers')
  if (!opened.ok) return opened
  const today = shanghaiToday(now)
  const period = readPeriod(wish.period, today)
  const name = `numbers ${at} ${period.from} ${period.until} ${today}`
  const counted = await keepFresh(name, now, () => count(pool, opened.value, period, today))
  return accept({ opened: opened.value, period, today, ...counted })
}

// PERF: one after the other, on one connection: the pool is the one that couples book with.
async function count(
  pool: Pool,
  { asked, scope }: OpenedScope,
  period: NumbersPeriod,
  today: CalendarDate,
): Promise<Omit<Numbers, 'opened' | 'period' | 'today'>> {
  const ahead = { from: today, until: addDays(today, LOAD_DAYS - 1) }
  // One picture for both: a day that is being counted in between would be told twice, or not at all.
  const tallies = await poolTransaction(pool, async (client) => {
    await client.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const gaps = await findGaps(client, asked, period)
    return readTallies(client, asked, period, gaps)
  })
  return {
    load: await readLoad(pool, asked, ahead),
    ...numbersLines(tallies),
    steps: await readSteps(pool, scope.scope === 'national' ? undefined : asked.ids, period),
  }
}
