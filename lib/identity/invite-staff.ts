import { randomUUIDv7 } from 'node:crypto'
import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { refuseStaff, type StaffActor } from '#lib/domain/actor.ts'
import { type OfficePlace, rolesToGive, type StaffRole } from '#lib/domain/permissions.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { scopeOfRole } from '#lib/domain/staff-place.ts'
import { issueStaffLink } from './issue-staff-link.ts'
import { insertGrant, insertStaff } from './staff-account.sql.ts'

export interface StaffInvitation {
  readonly username: string
  readonly name: string
  readonly role: StaffRole
  /** From which office the role is given; it holds for it, its city or its province. */
  readonly office: OfficePlace
  readonly now: Date
}

/**
 * A new member of staff with a role, not yet activated. Returns their id and the token of the link by which they set
 * password and authenticator themselves; whoever invites never knows either.
 */
export async function inviteStaff(
  pool: Pool,
  actor: StaffActor,
  { username, name, role, office, now }: StaffInvitation,
): Promise<Result<{ readonly staffId: string; readonly token: string }>> {
  const refused = refuseStaff(actor, 'invite-staff', office)
  if (refused) return refused
  if (!rolesToGive(actor.grants, office).includes(role)) {
    return refuse('not-allowed', [{ path: 'role', reason: 'not-in-role' }])
  }
  const staffId = randomUUIDv7()
  const grant = { role, ...scopeOfRole(role, office) }
  return poolTransaction(pool, async (client) => {
    const isNew = await insertStaff(client, { id: staffId, username, name, createdBy: actor.id, now })
    if (!isNew) return refuse('invalid-input', [{ path: 'username', reason: 'taken' }])
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
