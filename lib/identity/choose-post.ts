import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { hashToken } from './hash-token.ts'
import { placeSession, selectOfficesWithin, selectWindows } from './staff-session.sql.ts'

/** Where somebody works in this shift: one of the offices of their roles, and a window of it or none. */
export async function choosePost(
  pool: Pool,
  actor: StaffActor,
  {
    token,
    officeId,
    window,
  }: { readonly token: string; readonly officeId: string; readonly window: string | undefined },
): Promise<Result<true>> {
  const offices = await selectOfficesWithin(pool, actor.grants)
  if (!offices.some(({ id }) => id === officeId)) {
    return refuse('not-allowed', [{ path: 'office', reason: 'not-in-role' }])
  }
  const windows = window === undefined ? [] : await selectWindows(pool, officeId)
  if (window !== undefined && !windows.some(({ name }) => name === window)) {
    return refuse('invalid-input', [{ path: 'window', reason: 'unknown' }])
  }
  await placeSession(pool, hashToken(token), { officeId, window })
  return accept(true)
}
