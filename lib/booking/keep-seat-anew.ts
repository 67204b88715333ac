import type { PoolClient } from '#lib/db/pool.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { keepSeat } from './keep-seat.ts'
import { findCasesWithoutSeat } from './kept-seat.sql.ts'

/** Keeps a seat again for a case that has lost its visit, where its window goes on and none is kept yet. */
export async function keepSeatAnew(client: PoolClient, caseId: string, now: Date): Promise<void> {
  const [window] = await findCasesWithoutSeat(client, shanghaiToday(now), caseId)
  if (window) await keepSeat(client, { ...window, now })
}
