import { keepHorizon } from '#lib/booking/keep-horizon.ts'
import { renewKeptSeats } from '#lib/booking/renew-kept-seats.ts'
import { changeByNotice, type NoticeWish } from '#lib/capacity/change-by-notice.ts'
import { moveStranded } from '#lib/capacity/move-stranded.ts'
import type { Pool, PoolClient } from '#lib/db/pool.ts'
import { recomputeCases } from '#lib/divorce/recompute-cases.ts'
import { calendarWithNotice } from '#lib/domain/calendar-with-notice.ts'
import type { NoticeChange } from '#lib/domain/holiday-notice.ts'
import { accept, type Result } from '#lib/domain/refusal.ts'
import { importNotice, type NoticeFacts, type PastedNotice } from '#lib/office/import-notice.ts'
import { readCalendar } from '#lib/office/read-calendar.ts'

/** What was decided for the couples who lose their day, by whom, and of which picture. */
type NoticeVerdict = Pick<NoticeWish, 'actor' | 'pictureHash' | 'decision' | 'approvalId'>

/** What came of a notice: the days that changed, the cases whose dates moved with them, and the couples who lose their time. */
export interface AdoptedNotice {
  readonly noticeId: string
  readonly changes: readonly NoticeChange[]
  readonly movedCases: readonly string[]
  readonly couples: number
}

type Wish = PastedNotice & { readonly by: string; readonly now: Date; readonly verdict?: NoticeVerdict }

/**
 * Enters a notice of the State Council and lets everything follow it: what becomes of the couples who lose their time, in
 * the same transaction; the dates of open cases, with the people concerned told; the slots; the seats kept for certificates.
 * Without a verdict, and for whoever booked while the slots were being closed, the nearest equal time is offered. The
 * couples are dealt with afterwards (`workOnNotice`). What an interruption leaves undone the timed work makes up for.
 */
export async function adoptNotice(pool: Pool, notice: Wish): Promise<Result<AdoptedNotice>> {
  const { by, now } = notice
  let entered: { readonly noticeId: string; readonly couples: number } | undefined
  const imported = await importNotice(pool, notice, async (client, facts) => {
    const changed = await decideFor(client, notice, facts)
    if (changed.ok) entered = { noticeId: facts.noticeId, couples: changed.value }
    return changed
  })
  if (!imported.ok) return imported
  if (!entered) throw new Error('a notice was entered without its couples')
  const changes = imported.value
  const movedCases = await recomputeCases(pool, now)
  await keepHorizon(pool, now)
  const dates = changes.map(({ date }) => date)
  await moveStranded(pool, now, { by, notice: { id: entered.noticeId, dates } })
  await renewKeptSeats(pool, now)
  return accept({ ...entered, changes, movedCases })
}

async function decideFor(
  client: PoolClient,
  { verdict, year, now }: Wish,
  { noticeId, days, changes }: NoticeFacts,
): Promise<Result<number>> {
  if (!verdict) return accept(0)
  const before = await readCalendar(client)
  const after = calendarWithNotice(before, year, days)
  const dates = changes.map(({ date }) => date)
  return changeByNotice(client, { ...verdict, noticeId, days, before, after, dates, now })
}
