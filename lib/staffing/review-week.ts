import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { addDays, type CalendarDate } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { DayReview } from '#lib/domain/day-review.ts'
import { accept, type Result } from '#lib/domain/refusal.ts'
import { mondayOf } from '#lib/domain/roster.ts'
import { openGate } from './open-gate.ts'
import { readReview } from './review.sql.ts'

/** The week of a day as it was planned, booked and worked: its days that are over and on which there was anything. */
export async function reviewWeek(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly officeId: string
    readonly day: CalendarDate
    readonly now: Date
  },
): Promise<Result<DayReview[]>> {
  const gate = await openGate(pool, wish, 'plan-capacity')
  if ('ok' in gate) return gate
  const from = mondayOf(wish.day)
  const yesterday = addDays(shanghaiToday(wish.now), -1)
  const sunday = addDays(from, 6)
  const until = sunday < yesterday ? sunday : yesterday
  if (until < from) return accept([])
  const rows = await readReview(pool, { officeId: gate.id, from, until })
  return accept(rows.filter(({ places, booked, walkIns }) => places + booked + walkIns > 0))
}
