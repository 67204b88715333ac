import type { Pool } from '#lib/db/pool.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { findLimiter } from './find-limiter.ts'
import { limitAttempts } from './limit-attempts.ts'
import { nameTotpContext } from './name-totp-context.ts'
import { openJson } from './open-json.ts'
import { readTotp } from './read-totp.ts'
import { selectStaffSecrets, takeTotpStep } from './staff.sql.ts'

/** Six digits, three of which are right at any time: so few tries, and not many more in a day. */
const LIMITS = [
  { name: 'staff-code', points: 10, seconds: 15 * 60 },
  { name: 'staff-code-day', points: 60, seconds: 24 * 60 * 60 },
]

/**
 * Whether this is the code that the authenticator of somebody shows now; each counts once. Refuses with the field
 * `code` (`wrong`), or as `rate-limited`. A try is counted before it is looked at; a right one is given back.
 */
export async function checkTotp(
  pool: Pool,
  { staffId, typed, now }: { readonly staffId: string; readonly typed: string; readonly now: Date },
): Promise<Result<true>> {
  const waits = await Promise.all(LIMITS.map((limit) => limitAttempts(limit, staffId)))
  if (waits.some((wait) => wait !== undefined)) return refuse('rate-limited')
  const staff = await selectStaffSecrets(pool, staffId)
  const secret = staff?.totpSecret && openJson<string>(nameTotpContext(staffId), staff.totpSecret)
  const step = secret ? readTotp(secret, typed, now) : undefined
  if (step === undefined || !(await takeTotpStep(pool, staffId, step))) {
    return refuse('invalid-input', [{ path: 'code', reason: 'wrong' }])
  }
  await Promise.all(LIMITS.map((limit) => findLimiter(limit).reward(staffId)))
  return accept(true)
}
