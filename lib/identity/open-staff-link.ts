import QRCode from 'qrcode'
import type { Pool } from '#lib/db/pool.ts'
import { deriveTotpSecret } from './derive-totp-secret.ts'
import { hashToken } from './hash-token.ts'
import { type InvitationRow, selectInvitation } from './invitation.sql.ts'
import { nameAuthenticator } from './name-authenticator.ts'

export interface StaffLink extends InvitationRow {
  /** A new authenticator to set up, where the link is for one. */
  readonly authenticator?: { readonly secret: string; readonly drawing: string }
}

/** What a link is for, and for whom; undefined when it is unknown, used or over. */
export async function openStaffLink(pool: Pool, token: string, now: Date): Promise<StaffLink | undefined> {
  const link = await selectInvitation(pool, hashToken(token), now)
  if (!link || link.purpose === 'reset-password') return link
  const secret = deriveTotpSecret(token)
  const address = nameAuthenticator(link.username, secret)
  const drawing = await QRCode.toString(address, { type: 'svg', errorCorrectionLevel: 'M', margin: 4 })
  return { ...link, authenticator: { secret, drawing } }
}
