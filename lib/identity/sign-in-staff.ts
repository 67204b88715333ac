import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { DELAYS } from '#lib/domain/attempt-delay.ts'
import type { BrowserFamily } from '#lib/domain/browser-family.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { drawToken } from './draw-token.ts'
import { hashToken } from './hash-token.ts'
import { limitAttempts } from './limit-attempts.ts'
import { matchPassword } from './match-password.ts'
import { forgiveTries, spendPasswordTry } from './staff.sql.ts'
import { insertStaffSession } from './staff-session.sql.ts'

/** Counts alike for names that exist and names that don't; above it nothing is compared, which costs work. */
const ONE_NAME = { name: 'staff-name', points: 30, seconds: 15 * 60 }
/** The offices of a whole city may sit behind one address. */
const ONE_CLIENT = { name: 'staff-client', points: 600, seconds: 15 * 60 }

export interface PasswordTry {
  /** As typed. */
  readonly username: string
  readonly password: string
  /** By which address the one who tries is counted. */
  readonly client: string
  readonly browser?: BrowserFamily
  readonly now: Date
}

/**
 * The first half of a sign-in: the token of a session that still lacks the code. Whatever is wrong (no such name, wrong
 * password, disabled, not activated, too soon after ten wrong tries) the answer and the work are the same.
 */
export async function signInStaff(pool: Pool, attempt: PasswordTry): Promise<Result<string>> {
  const { password, client, browser, now } = attempt
  const username = attempt.username.normalize('NFKC').trim().toLowerCase().slice(0, 60)
  const waits = await Promise.all([limitAttempts(ONE_NAME, username), limitAttempts(ONE_CLIENT, client)])
  if (waits.some((wait) => wait !== undefined)) return refuse('rate-limited')
  const staff = await spendPasswordTry(pool, { username, delays: DELAYS, now })
  const matches = await matchPassword(staff?.passwordHash ?? undefined, password.slice(0, 1000))
  if (!staff || !matches || !staff.totpSecret) {
    const subjectId = staff?.id ?? 'unknown'
    await writeEntry(pool, {
      at: now,
      actorKind: 'system',
      act: 'password-wrong',
      subjectKind: 'staff',
      subjectId,
    })
    return refuse('not-allowed')
  }
  const token = drawToken()
  await poolTransaction(pool, async (connection) => {
    await forgiveTries(connection, staff.id)
    await insertStaffSession(connection, { tokenHash: hashToken(token), staffId: staff.id, browser, now })
  })
  return accept(token)
}
