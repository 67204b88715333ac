import { randomUUIDv7 } from 'node:crypto'
import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { NATION } from '#lib/domain/scope-path.ts'
import { issueStaffLink } from './issue-staff-link.ts'
import {
  countNationAdmins,
  holdFirstAdmin,
  insertGrant,
  insertStaff,
  selectStaff,
  selectStaffId,
} from './staff-account.sql.ts'

/**
 * On the operator's command: an administrator of the whole nation where there are not two who can sign in, so that one
 * proposes and another agrees from then on. Returns the token of the link; asked again for the same person before they
 * have used it, a new link. Refused `not-allowed` (`two-already`) where two can do it between them, and `taken`.
 */
export function inviteAdmin(
  pool: Pool,
  { username, name, now }: { readonly username: string; readonly name: string; readonly now: Date },
): Promise<Result<string>> {
  return poolTransaction(pool, async (client): Promise<Result<string>> => {
    await holdFirstAdmin(client)
    if ((await countNationAdmins(client)) >= 2)
      return refuse('not-allowed', [{ path: 'username', reason: 'two-already' }])
    const known = await selectStaffId(client, username)
    const account = known && (await selectStaff(client, known, now))
    const isWaiting =
      account && !account.isActivated && account.grants.some(({ scope }) => scope === 'national')
    if (account && !isWaiting) return refuse('invalid-input', [{ path: 'username', reason: 'taken' }])
    const staffId = known ?? randomUUIDv7()
    if (!known) {
      await insertStaff(client, { id: staffId, username, name, createdBy: undefined, now })
      await insertGrant(client, staffId, { role: 'province-admin', ...NATION }, { by: undefined, now })
    }
    const entry = { at: now, actorKind: 'system', act: 'admin-invited' } as const
    await writeEntry(client, { ...entry, subjectKind: 'staff', subjectId: staffId })
    return accept(await issueStaffLink(client, { staffId, purpose: 'activate', createdBy: undefined, now }))
  })
}
