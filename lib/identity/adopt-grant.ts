import { randomUUIDv7 } from 'node:crypto'
import type { Performer } from '#lib/approval/decide-approval.ts'
import { writeEntry } from '#lib/audit/write-entry.ts'
import type { GrantRequest } from '#lib/domain/grant-request.ts'
import { accept, type Refusal, refuse } from '#lib/domain/refusal.ts'
import { mayGive } from '#lib/domain/staff-place.ts'
import { insertGrant, insertStaff, selectStaff } from './staff-account.sql.ts'

/**
 * Gives the role that was agreed to; somebody who is new gets their account with it, and whoever asked makes the link.
 * Refused when the one who asked may no longer give it, and when the role is for the one who agrees.
 */
export function adoptGrant(now: Date): Performer {
  const perform: Performer['perform'] = async (client, approval) => {
    const { staffId, username, name, role, scope, scopeId } = approval.payload as unknown as GrantRequest
    const { askedBy, decidedBy, officeRegion } = approval
    const grant = { role, scope, scopeId }
    if (staffId === decidedBy) return no('own-role')
    const asker = await selectStaff(client, askedBy, now)
    if (!asker || asker.disabledAt || !mayGive(asker.grants, grant, officeRegion)) return no('asker-may-not')
    const id = staffId ?? randomUUIDv7()
    if (staffId) {
      const other = await selectStaff(client, staffId, now)
      if (!other || other.disabledAt) return no('account-gone')
    } else if (!(await insertStaff(client, { id, username, name, createdBy: askedBy, now }))) {
      return no('taken')
    }
    if (!(await insertGrant(client, id, grant, { by: askedBy, now }))) return no('already')
    await writeEntry(client, {
      at: now,
      actorKind: 'staff',
      actorId: decidedBy,
      act: staffId ? 'role-given' : 'staff-invited',
      subjectKind: 'staff',
      subjectId: id,
      ...(scope === 'office' ? { officeId: scopeId } : {}),
      detail: { ...grant, askedBy, approval: approval.id },
    })
    return accept(true)
  }
  return { kind: 'role-grant', perform }
}

function no(reason: string): Refusal {
  return refuse('not-allowed', [{ path: 'id', reason }])
}
