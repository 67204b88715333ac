import { recordNoShow } from '#lib/booking/record-no-show.ts'
import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { readAppointmentCode } from '#lib/domain/appointment-code.ts'
import { type Result, refuse } from '#lib/domain/refusal.ts'
import { readTicketsOf } from './day.sql.ts'
import { findExpected } from './expected.sql.ts'
import { tellDesk } from './live.sql.ts'
import { openGate } from './open-gate.ts'

/**
 * Puts down that an appointment of this office came to nothing because somebody did not come; `roles` are those who did
 * not. Never of somebody who was here: who is in the queue, was served, or left, has come.
 */
export async function recordMiss(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly officeId: string
    readonly code: string
    readonly roles: readonly number[]
    readonly now: Date
  },
): Promise<Result<{ readonly code: string; readonly status: 'no-show' }>> {
  const { actor, roles, now } = wish
  const place = await openGate(pool, wish, 'record-no-show')
  if ('ok' in place) return place
  const code = readAppointmentCode(wish.code)
  const one = code ? await findExpected(pool, code) : undefined
  if (!one || one.officeId !== place.id) return refuse('not-found')
  const here = (await readTicketsOf(pool, [one.id])).flatMap((ticket) => ticket.here)
  if (roles.some((role) => here.includes(role)))
    return refuse('not-allowed', [{ path: 'roles', reason: 'already-here' }])
  const recorded = await recordNoShow(pool, {
    by: { kind: 'staff', id: actor.id },
    code: one.code,
    roles,
    now,
  })
  if (recorded.ok) await tellDesk(pool, place.id)
  return recorded
}
