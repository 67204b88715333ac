import type { Pool, PoolClient } from '#lib/db/pool.ts'
import { LETTER_OF, type Ticket } from '#lib/domain/ticket.ts'
import { uuidV7 } from '#lib/domain/uuid.ts'
import { drawRandom } from '#lib/identity/draw-random.ts'
import { giveNumber, type NewTicket } from './number.sql.ts'

/** Gives the next number of the service's letter; undefined when the appointment has one already. */
export function takeIn(
  database: Pool | PoolClient,
  wish: Omit<NewTicket, 'id' | 'letter' | 'createdAt' | 'present' | 'sealed'> & {
    readonly id?: string
    readonly sealed?: Buffer | undefined
    readonly now: Date
  },
): Promise<Ticket | undefined> {
  const { now, id = uuidV7(now, drawRandom(10)), sealed, ...facts } = wish
  const letter = LETTER_OF[facts.service]
  return giveNumber(database, { ...facts, id, letter, sealed, present: facts.here.length, createdAt: now })
}
