import { pool } from '#lib/db/pool.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import type { CodeAddress, CodePurpose } from '#lib/domain/one-time-code.ts'
import { sendOneTimeCode } from '#lib/identity/send-one-time-code.ts'
import type { SignedIn } from './actor.ts'
import { clientOfRequest } from './limits.ts'

/** Sends a code bound to the session of this browser; what to add to the address of the page that asks for it. */
export async function sendCode(
  { sessionId }: SignedIn,
  wish: { readonly purpose: CodePurpose; readonly to: CodeAddress; readonly locale: Locale },
): Promise<'sent=1' | `wait=${number}`> {
  const client = await clientOfRequest()
  const sent = await sendOneTimeCode(pool(), { ...wish, sessionId, client, now: new Date() })
  if (sent.ok) return 'sent=1'
  return `wait=${Number(sent.errors?.[0]?.reason ?? 60)}`
}
