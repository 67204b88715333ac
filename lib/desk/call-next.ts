import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { accept, refuse } from '#lib/domain/refusal.ts'
import type { Ticket } from '#lib/domain/ticket.ts'
import { claimNext } from './call.sql.ts'
import { openGate } from './open-gate.ts'
import type { DeskResult } from './refuse-stale.ts'
import { findAtWindow, isWindowOpen } from './window.sql.ts'

/**
 * Calls whoever is next for the services of a window: today's, everybody here, green channel before appointments by
 * their time, before those who came late, before walk-ins. `undefined` means that nobody waits. Refuses while somebody
 * stands at the window, and tells who; and a window that is not there or not open.
 */
export async function callNext(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly officeId: string
    readonly window: string
    readonly now: Date
  },
): Promise<DeskResult<Ticket | undefined>> {
  const place = await openGate(pool, wish, 'call-ticket')
  if ('ok' in place) return place
  const at = { officeId: place.id, date: shanghaiToday(wish.now), window: wish.window }
  const called = await claimNext(pool, { ...at, staffId: wish.actor.id, now: wish.now })
  if (called) return accept(called)
  const current = await findAtWindow(pool, at)
  if (current) return { ...refuse('not-allowed', [{ path: 'window', reason: 'window-busy' }]), current }
  if (!(await isWindowOpen(pool, at)))
    return refuse('not-allowed', [{ path: 'window', reason: 'window-closed' }])
  return accept(undefined)
}
