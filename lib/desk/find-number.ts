import type { Pool } from '#lib/db/pool.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { Ticket } from '#lib/domain/ticket.ts'
import { readNumberToken } from './read-number-token.ts'
import { findTicket } from './store.ts'

/** The number that a token follows, on its day alone; the day after it opens nothing. */
export async function findNumber(pool: Pool, token: string, now: Date): Promise<Ticket | undefined> {
  const id = readNumberToken(token)
  const found = id ? await findTicket(pool, id) : undefined
  return found?.ticket.date === shanghaiToday(now) ? found.ticket : undefined
}
