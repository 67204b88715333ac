import type { Pool } from '#lib/db/pool.ts'
import { hashToken } from './hash-token.ts'
import { lockSession } from './staff-session.sql.ts'

/** Locks the workstation at once, for somebody who leaves it. */
export async function lockStaff(pool: Pool, token: string, now: Date): Promise<void> {
  await lockSession(pool, hashToken(token), now)
}
