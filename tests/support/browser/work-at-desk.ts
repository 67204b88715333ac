import { randomUUID } from 'node:crypto'
import type { BrowserContext } from '@playwright/test'
import type { Pool } from 'pg'
import type { StaffRole } from '#lib/domain/permissions.ts'
import { drawToken } from '#lib/identity/draw-token.ts'
import { hashToken } from '#lib/identity/hash-token.ts'

/**
 * Lets somebody new work at an office in this browser: with both factors proved a moment ago, and their post taken. The
 * way through the sign-in has its own test.
 */
export async function workAtDesk(
  context: BrowserContext,
  database: Pool,
  post: {
    readonly officeId: string
    readonly role?: StaffRole
    /** The region (GB/T 2260) that they look after; the office alone unless told. */
    readonly within?: string
    readonly origin: string | undefined
  },
): Promise<void> {
  const { officeId, role = 'clerk', within, origin } = post
  const [id, token, now] = [randomUUID(), drawToken(), new Date()]
  await database.query('INSERT INTO staff (id, username, name, created_at) VALUES ($1, $2, $3, $4)', [
    id,
    `t-${id.slice(0, 13)}`,
    '林静宜',
    now,
  ])
  await database.query(
    `INSERT INTO staff_grant (staff_id, role, scope, scope_id, granted_at) VALUES ($1, $2, $5, $3, $4)`,
    [id, role, within ?? officeId, now, within ? 'region' : 'office'],
  )
  await database.query(
    `INSERT INTO staff_session (token_hash, staff_id, created_at, second_factor_at, last_seen_at, office_id)
     VALUES ($1, $2, $3, $3, $3, $4)`,
    [hashToken(token), id, now, officeId],
  )
  await context.addCookies([{ name: 'yd-desk', value: token, url: origin ?? '' }])
}
