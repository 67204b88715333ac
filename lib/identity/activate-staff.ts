import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { DELAYS } from '#lib/domain/attempt-delay.ts'
import { accept, type RefusalDetail, type Result, refuse } from '#lib/domain/refusal.ts'
import { checkTotp } from './check-totp.ts'
import { deriveTotpSecret } from './derive-totp-secret.ts'
import { hashPassword } from './hash-password.ts'
import { hashToken } from './hash-token.ts'
import { type InvitationRow, redeemInvitation, selectInvitation } from './invitation.sql.ts'
import { judgePassword } from './judge-password.ts'
import { matchPassword } from './match-password.ts'
import { nameTotpContext } from './name-totp-context.ts'
import { readTotp } from './read-totp.ts'
import { sealJson } from './seal-json.ts'
import { spendPasswordTry } from './staff.sql.ts'
import { setSecrets } from './staff-account.sql.ts'
import { closeStaffSessions } from './staff-session.sql.ts'

export interface Activation {
  /** Of the link. */
  readonly token: string
  /** The new password; for a new authenticator the one that stays. */
  readonly password: string
  /** Of the new authenticator; for a new password of the one that stays. */
  readonly code: string
  readonly now: Date
}

/**
 * Does what a link is for: sets password and authenticator, or one of them against the other, so that no link alone
 * opens an account. Ends every session of the person. Refuses with the fields `password` and `code`; a link that is
 * unknown, used or over is not found.
 */
export async function activateStaff(pool: Pool, activation: Activation): Promise<Result<true>> {
  const { token, password, code, now } = activation
  const tokenHash = hashToken(token)
  const link = await selectInvitation(pool, tokenHash, now)
  if (!link) return refuse('not-found')
  const errors = await findFaults(pool, link, activation)
  if (errors.length > 0) return refuse('invalid-input', errors)
  const setsPassword = link.purpose !== 'reset-totp'
  const setsTotp = link.purpose !== 'reset-password'
  const passwordHash = setsPassword ? await hashPassword(password) : undefined
  const step = setsTotp ? readTotp(deriveTotpSecret(token), code, now) : undefined
  return poolTransaction(pool, async (client): Promise<Result<true>> => {
    if (!(await redeemInvitation(client, tokenHash, now))) return refuse('not-found')
    await setSecrets(client, link.staffId, {
      ...(passwordHash ? { passwordHash } : {}),
      ...(setsTotp
        ? { totpSecret: sealJson(nameTotpContext(link.staffId), deriveTotpSecret(token)), totpStep: step }
        : {}),
      now,
    })
    await closeStaffSessions(client, link.staffId, now)
    const entry = { at: now, actorKind: 'staff', actorId: link.staffId, act: 'staff-link-used' } as const
    const detail = { purpose: link.purpose }
    await writeEntry(client, { ...entry, subjectKind: 'staff', subjectId: link.staffId, detail })
    return accept(true)
  })
}

async function findFaults(
  pool: Pool,
  link: InvitationRow,
  { token, password, code, now }: Activation,
): Promise<RefusalDetail[]> {
  if (link.purpose === 'reset-totp') {
    const staff = await spendPasswordTry(pool, { username: link.username, delays: DELAYS, now })
    const matches = await matchPassword(staff?.passwordHash ?? undefined, password)
    if (!matches) return [{ path: 'password', reason: 'wrong-now' }]
  }
  const fault = link.purpose === 'reset-totp' ? undefined : judgePassword(password, link)
  if (fault) return [{ path: 'password', reason: fault }]
  const isRight =
    link.purpose === 'reset-password'
      ? (await checkTotp(pool, { staffId: link.staffId, typed: code, now })).ok
      : readTotp(deriveTotpSecret(token), code, now) !== undefined
  return isRight ? [] : [{ path: 'code', reason: 'wrong' }]
}
