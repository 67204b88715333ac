import type { Pool } from '#lib/db/pool.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { stateOfShift } from '#lib/domain/staff-session.ts'
import { checkTotp } from './check-totp.ts'
import { hashToken } from './hash-token.ts'
import type { CodeTry } from './prove-second-factor.ts'
import { selectStaffSession, unlockSession } from './staff-session.sql.ts'

/** Opens a locked session again with a code of the authenticator; the shift goes on where it was. */
export async function unlockStaff(pool: Pool, { token, typed, now }: CodeTry): Promise<Result<true>> {
  const tokenHash = hashToken(token)
  const row = await selectStaffSession(pool, tokenHash)
  const state = row && stateOfShift(row, now)
  if (!row || (state !== 'locked' && state !== 'open')) return refuse('not-found')
  // Another page of the same browser was quicker.
  if (state === 'open') return accept(true)
  const checked = await checkTotp(pool, { staffId: row.staffId, typed, now })
  if (!checked.ok) return checked
  return (await unlockSession(pool, tokenHash, now)) ? accept(true) : refuse('not-found')
}
