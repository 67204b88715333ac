import { voidNoShow } from '#lib/booking/void-no-show.ts'
import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { readAppointmentCode } from '#lib/domain/appointment-code.ts'
import { type Result, refuse } from '#lib/domain/refusal.ts'
import { findExpected } from './expected.sql.ts'
import { tellDesk } from './live.sql.ts'
import { openGate } from './open-gate.ts'

/** Takes back that somebody did not come, put down by mistake: the same day the appointment stands as before. */
export async function voidMiss(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly officeId: string
    readonly code: string
    readonly now: Date
  },
): Promise<Result<{ readonly status: string }>> {
  const { actor, now } = wish
  const place = await openGate(pool, wish, 'void-no-show')
  if ('ok' in place) return place
  const code = readAppointmentCode(wish.code)
  const one = code ? await findExpected(pool, code) : undefined
  if (!one || one.officeId !== place.id) return refuse('not-found')
  const by = { kind: 'staff', id: actor.id } as const
  const voided = await voidNoShow(pool, { by, code: one.code, reason: 'recorded-in-error', now })
  if (voided.ok) await tellDesk(pool, place.id)
  return voided
}
