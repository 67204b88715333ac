import type { Pool } from '#lib/db/pool.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { DeskWindow } from '#lib/domain/desk-day.ts'
import type { Ticket } from '#lib/domain/ticket.ts'
import { readHallTickets } from './display.sql.ts'
import { readDesk } from './window.sql.ts'

/** The queue of an office today. SAFETY: what leaves the house of it is made by `boardOf` and `followedNumber` alone. */
export interface HallQueue {
  readonly tickets: readonly Ticket[]
  readonly windows: readonly DeskWindow[]
}

/** Reads the queue of today for the screens of the hall; undefined where there is no office of this id. */
export async function readDisplay(
  pool: Pool,
  { officeId, now }: { readonly officeId: string; readonly now: Date },
): Promise<HallQueue | undefined> {
  if (!/^[\w-]{1,80}$/.test(officeId)) return undefined
  const [desk, tickets] = await Promise.all([
    readDesk(pool, officeId),
    readHallTickets(pool, officeId, shanghaiToday(now)),
  ])
  return desk && { tickets, windows: desk.windows }
}
