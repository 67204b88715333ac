import type { PoolClient } from '#lib/db/pool.ts'
import { drawToken } from './draw-token.ts'
import { hashToken } from './hash-token.ts'
import { type InvitationPurpose, insertInvitation } from './invitation.sql.ts'

const HOURS = 72

/** A link that counts once, for 72 hours. Returns its token, which is stored nowhere. */
export async function issueStaffLink(
  client: PoolClient,
  link: {
    readonly staffId: string
    readonly purpose: InvitationPurpose
    readonly createdBy: string | undefined
    readonly now: Date
  },
): Promise<string> {
  const token = drawToken()
  const expiresAt = new Date(link.now.getTime() + HOURS * 60 * 60 * 1000)
  await insertInvitation(client, { ...link, tokenHash: hashToken(token), expiresAt })
  return token
}
