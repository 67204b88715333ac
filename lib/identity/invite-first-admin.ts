import { randomUUIDv7 } from 'node:crypto'
import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { issueStaffLink } from './issue-staff-link.ts'
import {
  holdFirstAdmin,
  insertGrant,
  insertStaff,
  isAnybodyActivated,
  selectStaffId,
} from './staff-account.sql.ts'

const USERNAME = 'admin'

/**
 * In a house where nobody can sign in yet: an account that looks after all others, without password, and the token of
 * the link that activates it. Until then every start makes a new link and the one before is worth nothing; afterwards
 * undefined for ever. So there is no account that everybody knows the password of.
 */
export function inviteFirstAdmin(pool: Pool, now: Date): Promise<string | undefined> {
  return poolTransaction(pool, async (client) => {
    await holdFirstAdmin(client)
    if (await isAnybodyActivated(client)) return undefined
    const known = await selectStaffId(client, USERNAME)
    const staffId = known ?? randomUUIDv7()
    if (!known) {
      await insertStaff(client, {
        id: staffId,
        username: USERNAME,
        name: USERNAME,
        createdBy: undefined,
        now,
      })
      const grant = { role: 'province-admin', scope: 'national', scopeId: 'CN' } as const
      await insertGrant(client, staffId, grant, { by: undefined, now })
      const entry = { at: now, actorKind: 'system', act: 'first-admin-invited' } as const
      await writeEntry(client, { ...entry, subjectKind: 'staff', subjectId: staffId })
    }
    return issueStaffLink(client, { staffId, purpose: 'activate', createdBy: undefined, now })
  })
}
