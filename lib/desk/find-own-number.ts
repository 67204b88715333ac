import type { Pool } from '#lib/db/pool.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { readTicketsOf } from './day.sql.ts'
import { signNumber } from './sign-number.ts'

/** The token that follows today's number of an appointment, once somebody of it has arrived and while it is not over. */
export async function findOwnNumber(
  pool: Pool,
  { appointmentId, now }: { readonly appointmentId: string; readonly now: Date },
): Promise<string | undefined> {
  const tickets = await readTicketsOf(pool, [appointmentId])
  const today = shanghaiToday(now)
  const ticket = tickets.find(({ date, state }) => date === today && state !== 'done' && state !== 'left')
  return ticket && signNumber(ticket.id)
}
