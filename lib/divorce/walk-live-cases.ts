import type { Pool } from '#lib/db/pool.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import { type CaseRecord, findOpenCases } from './store.ts'

const NO_ID = '00000000-0000-0000-0000-000000000000'

const LIVE = `(c.provisional OR c.cert_window_end >= $1::date) AND (c.cert_window_end, c.id) > ($2::date, $3::uuid)`

/** Every open case whose dates can still move, one after the other, however many there are. */
export async function* walkLiveCases(pool: Pool, today: CalendarDate): AsyncGenerator<CaseRecord> {
  let after: readonly [CalendarDate | '-infinity', string] = ['-infinity', NO_ID]
  for (;;) {
    const batch = await findOpenCases(pool, LIVE, [today, ...after])
    yield* batch
    const last = batch.at(-1)
    if (!last) return
    after = [last.deadlines.certWindowEnd, last.id]
  }
}
