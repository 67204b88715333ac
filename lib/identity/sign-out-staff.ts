import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { hashToken } from './hash-token.ts'
import { closeStaffSession } from './staff-session.sql.ts'

/** Ends the session of this workstation. */
export async function signOutStaff(pool: Pool, token: string, now: Date): Promise<void> {
  await poolTransaction(pool, async (client) => {
    const staffId = await closeStaffSession(client, hashToken(token), now)
    if (!staffId) return
    const entry = { at: now, actorKind: 'staff', actorId: staffId, act: 'signed-out' } as const
    await writeEntry(client, { ...entry, subjectKind: 'staff', subjectId: staffId })
  })
}
