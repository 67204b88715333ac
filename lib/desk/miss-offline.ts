import type { Pool } from '#lib/db/pool.ts'
import type { DayTicket } from '#lib/domain/desk-day.ts'
import type { OfflineAnswer } from '#lib/domain/offline.ts'
import type { OfflineHand, ReadEnd } from './end-offline.ts'
import { findExpected } from './expected.sql.ts'
import { offlineStanding } from './offline-standing.ts'
import { recordMiss } from './record-miss.ts'

/** Puts down that nobody came, as it was noted without a network; never of people of whom one was here. */
export async function missOffline(
  pool: Pool,
  { actor, officeId }: OfflineHand,
  { mark: { key }, code, at }: ReadEnd,
  ticket: DayTicket | undefined,
): Promise<OfflineAnswer> {
  const standing = offlineStanding(ticket)
  // Who was here has come.
  if (ticket) return { key, result: 'conflict', reason: 'already-here', standing }
  const one = await findExpected(pool, code)
  if (one?.status === 'no-show' && one.officeId === officeId) return { key, result: 'already' }
  const roles = (one?.people ?? []).map(({ role }) => role)
  const missed = await recordMiss(pool, { actor, officeId, code, roles, now: at })
  return missed.ok
    ? { key, result: 'done' }
    : { key, result: 'conflict', reason: missed.errors?.[0]?.reason ?? missed.reason }
}
