import { randomInt, randomUUID } from 'node:crypto'
import { drawTotpSecret } from '#lib/identity/draw-totp-secret.ts'
import { hashPassword } from '#lib/identity/hash-password.ts'
import { nameTotpContext } from '#lib/identity/name-totp-context.ts'
import { sealJson } from '#lib/identity/seal-json.ts'
import { type Connection, insertRows } from './insert-rows.ts'
import { STAFF } from './staff-plan.ts'

/** How somebody of the demo signs in; the database keeps neither the password nor, readable, the secret. */
export interface StaffKey {
  readonly username: string
  readonly password: string
  /** Base32, for any authenticator. */
  readonly totpSecret: string
  readonly role: string
  readonly officeId: string | null
}

/**
 * Plants the people of the desks with their roles and returns how they sign in. Passwords and secrets are drawn anew in
 * each world, as the keys of channels are.
 */
export async function plantStaff(connection: Connection, now: Date): Promise<StaffKey[]> {
  const planted = await Promise.all(
    STAFF.map(async (plan) => {
      const id = randomUUID()
      const password = drawPassword()
      const totpSecret = drawTotpSecret()
      return { plan, id, password, totpSecret, hash: await hashPassword(password) }
    }),
  )
  await insertRows(
    connection,
    'staff',
    planted.map(({ plan, id, hash, totpSecret }) => ({
      id,
      username: plan.username,
      name: plan.name,
      password_hash: hash,
      totp_secret: sealJson(nameTotpContext(id), totpSecret),
      wrong_tries: 0,
      password_changed_at: now,
      created_at: now,
    })),
  )
  await insertRows(
    connection,
    'staff_grant',
    planted.map(({ id, plan: { grant } }) => ({
      staff_id: id,
      role: grant.role,
      scope: grant.scope,
      scope_id: grant.scopeId,
      granted_at: now,
    })),
  )
  return planted.map(({ plan: { username, grant, officeId }, password, totpSecret }) => ({
    username,
    password,
    totpSecret,
    role: grant.role,
    officeId,
  }))
}

// Without letters that look alike: people type these.
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

function drawPassword(): string {
  const group = () => Array.from({ length: 4 }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('')
  return `demo-${group()}-${group()}-${group()}`
}
