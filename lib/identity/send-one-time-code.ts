import { randomInt, randomUUIDv7 } from 'node:crypto'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { CODE_DIGITS, CODE_MINUTES, type CodeAddress, type CodePurpose } from '#lib/domain/one-time-code.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { queueMessages } from '#lib/notification/queue-messages.ts'
import { hashOneTimeCode } from './hash-one-time-code.ts'
import { indexContact } from './index-contact.ts'
import { limitCodeSending } from './limit-code-sending.ts'
import { insertCode } from './one-time-code.sql.ts'
import { sealLetter } from './seal-letter.ts'

export interface CodeWish {
  readonly sessionId: string
  readonly purpose: CodePurpose
  readonly to: CodeAddress
  /** Address by which the asker is counted. */
  readonly client: string
  readonly locale: Locale
  readonly now: Date
}

/**
 * Sends six fresh digits to an address, to be typed in this session for this purpose. Codes sent before stay good until
 * their own end: messages overtake each other. Refuses with `rate-limited`; the detail's path is the seconds to wait.
 */
export async function sendOneTimeCode(
  pool: Pool,
  wish: CodeWish,
): Promise<Result<{ readonly expiresAt: Date }>> {
  const { sessionId, purpose, to, client, locale, now } = wish
  const address = indexContact(to)
  const wait = await limitCodeSending({ sessionId, address: address.toString('hex'), client })
  if (wait !== undefined) return refuse('rate-limited', [{ path: 'code', reason: String(wait) }])
  const id = randomUUIDv7()
  const code = String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0')
  const expiresAt = new Date(now.getTime() + CODE_MINUTES * 60_000)
  const sealed = sealLetter({ to, digits: code, until: expiresAt.toISOString() })
  await poolTransaction(pool, async (transaction) => {
    await insertCode(transaction, {
      id,
      sessionId,
      purpose,
      address,
      codeHash: hashOneTimeCode(id, code),
      expiresAt,
    })
    await queueMessages(transaction, [{ event: 'code', role: 1, locale, dueAt: now, sealed }])
  })
  return accept({ expiresAt })
}
