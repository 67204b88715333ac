import type { Pool } from '#lib/db/pool.ts'
import { listWaitingOfNotice } from './notice.sql.ts'
import { workThroughChange } from './work-through-change.ts'

/**
 * Deals with the couples of a notice as was chosen, with the worker of every change: in all its offices and days first those
 * whom the law binds, then the others, so that nobody who could come later takes the last seat inside a legal period.
 * Killed in between, the timed work goes on with it. Tells how many were dealt with.
 */
export async function workOnNotice(
  pool: Pool,
  { noticeId, now }: { readonly noticeId: string; readonly now: Date },
): Promise<number> {
  let done = 0
  for (const onlyLegal of [true, false])
    for (const id of await listWaitingOfNotice(pool, noticeId))
      done += await workThroughChange(pool, id, now, undefined, onlyLegal)
  return done
}
