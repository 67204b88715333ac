import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { loadCalendar } from '#lib/office/load-calendar.ts'
import { closeCase } from './close-case.ts'
import { findOpenCases } from './store.ts'

/**
 * Ends the cases whose window is over: the application counts as withdrawn, and both are told. A case whose last day
 * lies in a year without a notice waits until the notice is there. Tells how many ended. Civil Code art. 1077(2).
 */
export async function lapseCases(pool: Pool, now: Date): Promise<number> {
  const calendar = await loadCalendar(pool, now)
  const today = shanghaiToday(now)
  let ended = 0
  for (;;) {
    const late = await findOpenCases(pool, 'c.cert_window_end < $1 AND NOT c.provisional', [today])
    const before = ended
    for (const found of late) {
      const closed = await poolTransaction(pool, (client) =>
        closeCase(client, found, { act: 'lapse', calendar, now }),
      )
      if (closed.ok) ended += 1
    }
    if (ended === before) return ended
  }
}
