import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { stateOfShift } from '#lib/domain/staff-session.ts'
import { checkTotp } from './check-totp.ts'
import { drawToken } from './draw-token.ts'
import { hashToken } from './hash-token.ts'
import { proveSession, selectStaffSession } from './staff-session.sql.ts'

export interface CodeTry {
  /** Of the session that lacks the code. */
  readonly token: string
  readonly typed: string
  readonly now: Date
}

/** The second half of a sign-in: the code of the authenticator. Returns the token of the whole session, a new one. */
export async function proveSecondFactor(pool: Pool, { token, typed, now }: CodeTry): Promise<Result<string>> {
  const from = hashToken(token)
  const row = await selectStaffSession(pool, from)
  if (!row || stateOfShift(row, now) !== 'half') return refuse('not-found')
  const { staffId } = row
  const checked = await checkTotp(pool, { staffId, typed, now })
  if (!checked.ok) return checked
  const fresh = drawToken()
  const isProved = await poolTransaction(pool, async (client) => {
    const proved = await proveSession(client, { from, to: hashToken(fresh), now })
    const entry = { at: now, actorKind: 'staff', actorId: staffId, act: 'signed-in' } as const
    if (proved) await writeEntry(client, { ...entry, subjectKind: 'staff', subjectId: staffId })
    return proved
  })
  return isProved ? accept(fresh) : refuse('not-found')
}
