import { timingSafeEqual } from 'node:crypto'
import type { Pool } from '#lib/db/pool.ts'
import { CODE_TRIES, type CodeAddress, type CodePurpose, readOneTimeCode } from '#lib/domain/one-time-code.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { hashOneTimeCode } from './hash-one-time-code.ts'
import { indexContact } from './index-contact.ts'
import { redeemCode, spendCodeTries } from './one-time-code.sql.ts'

export interface CodeTry {
  readonly sessionId: string
  readonly purpose: CodePurpose
  readonly to: CodeAddress
  readonly typed: string
  readonly now: Date
}

/**
 * Whether the digits typed are those that were sent to this address, in this session, for this purpose; right digits
 * count once. Refuses with the field `code`: `format` (no try is used), `wrong`, or `spent` when no code counts any
 * more (over, used, or tried too often).
 */
export async function checkOneTimeCode(pool: Pool, attempt: CodeTry): Promise<Result<true>> {
  const { sessionId, purpose, to, now } = attempt
  const code = readOneTimeCode(attempt.typed)
  if (!code) return refuse('invalid-input', [{ path: 'code', reason: 'format' }])
  const binding = { sessionId, purpose, address: indexContact(to) }
  const candidates = await spendCodeTries(pool, binding, { tries: CODE_TRIES, now })
  if (candidates.length === 0) return refuse('invalid-input', [{ path: 'code', reason: 'spent' }])
  const match = candidates.find(({ id, codeHash }) => timingSafeEqual(hashOneTimeCode(id, code), codeHash))
  if (!match) return refuse('invalid-input', [{ path: 'code', reason: 'wrong' }])
  const isFirst = await redeemCode(pool, binding, match.id, now)
  return isFirst ? accept(true) : refuse('invalid-input', [{ path: 'code', reason: 'spent' }])
}
