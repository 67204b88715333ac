import type { Pool } from '#lib/db/pool.ts'
import { refuseStaff, type StaffActor } from '#lib/domain/actor.ts'
import type { DeskWindow } from '#lib/domain/desk-day.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { readDesk } from './window.sql.ts'

/** The windows of an office in the order in which they hang, with what is done at each. */
export async function listWindows(
  pool: Pool,
  wish: { readonly actor: StaffActor; readonly officeId: string },
): Promise<Result<readonly DeskWindow[]>> {
  const desk = await readDesk(pool, wish.officeId)
  if (!desk) return refuse('not-found')
  return refuseStaff(wish.actor, 'see-day', desk) ?? accept(desk.windows)
}
