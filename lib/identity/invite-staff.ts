import { randomUUIDv7 } from 'node:crypto'
import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { refuseStaff, type StaffActor } from '#lib/domain/actor.ts'
import type { OfficePlace } from '#lib/domain/permissions.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { grantOfWish, needsSecond, type RoleWish, wishesToGive } from '#lib/domain/staff-place.ts'
import { askGrant } from './ask-grant.ts'
import { issueStaffLink } from './issue-staff-link.ts'
import { insertGrant, insertStaff, selectStaffId } from './staff-account.sql.ts'

export interface StaffInvitation {
  readonly username: string
  readonly name: string
  readonly role: RoleWish
  /** Why; needed where a second person has to agree. */
  readonly note?: string | undefined
  /** From which office the role is given; it holds for it, its city, its province or the nation. */
  readonly office: OfficePlace
  readonly now: Date
}

/** Invited, with the token of the link; or the request that waits for a second person. */
export type Invited = { readonly staffId: string; readonly token: string } | { readonly approvalId: string }

/**
 * A new member of staff with a role, not yet activated. Returns their id and the token of the link by which they set
 * password and authenticator themselves; whoever invites never knows either. Where the role needs a second person there is
 * no account before that one has agreed.
 */
export async function inviteStaff(
  pool: Pool,
  actor: StaffActor,
  { username, name, role, note, office, now }: StaffInvitation,
): Promise<Result<Invited>> {
  const refused = refuseStaff(actor, 'invite-staff', office)
  if (refused) return refused
  if (!wishesToGive(actor.grants, office).includes(role)) {
    return refuse('not-allowed', [{ path: 'role', reason: 'not-in-role' }])
  }
  const staffId = randomUUIDv7()
  const grant = grantOfWish(role, office)
  const taken = refuse('invalid-input', [{ path: 'username', reason: 'taken' }])
  return poolTransaction(pool, async (client): Promise<Result<Invited>> => {
    if (needsSecond(grant.role)) {
      if (await selectStaffId(client, username)) return taken
      const asked = await askGrant(client, {
        actor,
        request: { ...grant, username, name },
        office,
        note,
        now,
      })
      return asked.ok ? accept({ approvalId: asked.value }) : asked
    }
    if (!(await insertStaff(client, { id: staffId, username, name, createdBy: actor.id, now }))) return taken
    await insertGrant(client, staffId, grant, { by: actor.id, now })
    const token = await issueStaffLink(client, { staffId, purpose: 'activate', createdBy: actor.id, now })
    await writeEntry(client, {
      at: now,
      actorKind: 'staff',
      actorId: actor.id,
      act: 'staff-invited',
      subjectKind: 'staff',
      subjectId: staffId,
      officeId: office.id,
      detail: { ...grant },
    })
    return accept({ staffId, token })
  })
}
