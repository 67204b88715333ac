import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { keepSeat } from './keep-seat.ts'
import { findCasesWithoutSeat, findSeatsOfClosedCases } from './kept-seat.sql.ts'
import { releaseKeptSeat } from './release-kept-seat.ts'

/**
 * Every open case has a seat ahead of it until its window is over: one whose kept day went by or was closed, whose dates
 * moved, or whose visit was cancelled, gets another. Seats of cases that the clock has closed go back. Tells how many were
 * kept anew.
 */
export async function renewKeptSeats(pool: Pool, now: Date): Promise<number> {
  for (const id of await findSeatsOfClosedCases(pool))
    await poolTransaction(pool, (client) => releaseKeptSeat(client, id))
  let kept = 0
  for (const window of await findCasesWithoutSeat(pool, shanghaiToday(now))) {
    const slotId = await poolTransaction(pool, (client) => keepSeat(client, { ...window, now }))
    if (slotId !== undefined) kept += 1
  }
  return kept
}
