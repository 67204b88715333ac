import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { DELAYS } from '#lib/domain/attempt-delay.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { checkTotp } from './check-totp.ts'
import { hashPassword } from './hash-password.ts'
import { hashToken } from './hash-token.ts'
import { judgePassword } from './judge-password.ts'
import { matchPassword } from './match-password.ts'
import { selectStaffSecrets, spendPasswordTry } from './staff.sql.ts'
import { setSecrets } from './staff-account.sql.ts'
import { closeStaffSessions } from './staff-session.sql.ts'

export interface PasswordChange {
  /** Of the session that goes on; every other one of this person ends. */
  readonly token: string
  readonly present: string
  readonly wished: string
  readonly code: string
  readonly now: Date
}

/** One's own new password, against the present one and a code. Refuses with the fields `present`, `wished`, `code`. */
export async function changePassword(
  pool: Pool,
  actor: StaffActor,
  { token, present, wished, code, now }: PasswordChange,
): Promise<Result<true>> {
  const own = await selectStaffSecrets(pool, actor.id)
  if (!own) return refuse('not-found')
  const fault = judgePassword(wished, own)
  if (fault) return refuse('invalid-input', [{ path: 'wished', reason: fault }])
  const staff = await spendPasswordTry(pool, { username: own.username, delays: DELAYS, now })
  if (!(await matchPassword(staff?.passwordHash ?? undefined, present))) {
    return refuse('invalid-input', [{ path: 'present', reason: 'wrong-now' }])
  }
  const checked = await checkTotp(pool, { staffId: actor.id, typed: code, now })
  if (!checked.ok) return refuse('invalid-input', [{ path: 'code', reason: 'wrong' }])
  const passwordHash = await hashPassword(wished)
  await poolTransaction(pool, async (client) => {
    await setSecrets(client, actor.id, { passwordHash, now })
    await closeStaffSessions(client, actor.id, now, hashToken(token))
    const entry = { at: now, actorKind: 'staff', actorId: actor.id, act: 'password-changed' } as const
    await writeEntry(client, { ...entry, subjectKind: 'staff', subjectId: actor.id })
  })
  return accept(true)
}
