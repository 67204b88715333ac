import type { Pool } from '#lib/db/pool.ts'
import { refuseStaff, type StaffActor } from '#lib/domain/actor.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { estimateWaits as estimateAll, type WaitEstimate } from '#lib/domain/waiting-estimate.ts'
import { readDayTickets } from './day.sql.ts'
import { readDesk } from './window.sql.ts'

/** How long everybody who waits in an office will still wait, by ticket; undefined where no window is open for them. */
export async function estimateWaits(
  pool: Pool,
  wish: { readonly actor: StaffActor; readonly officeId: string; readonly now: Date },
): Promise<Result<ReadonlyMap<string, WaitEstimate | undefined>>> {
  const desk = await readDesk(pool, wish.officeId)
  if (!desk) return refuse('not-found')
  const refusal = refuseStaff(wish.actor, 'see-day', desk)
  if (refusal) return refusal
  const tickets = await readDayTickets(pool, desk.id, shanghaiToday(wish.now))
  return accept(estimateAll(tickets, desk.windows))
}
