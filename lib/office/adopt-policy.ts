import { randomUUIDv7 } from 'node:crypto'
import type { Performer } from '#lib/approval/decide-approval.ts'
import { writeEntry } from '#lib/audit/write-entry.ts'
import type { PolicyRequest } from '#lib/domain/policy-draft.ts'
import { accept, refuse } from '#lib/domain/refusal.ts'
import { endVersion, insertPolicy, lockVersions, takeBackVersion } from './policy.sql.ts'
import { refuseFaults } from './refuse-faults.ts'
import { weighPolicy } from './weigh-policy.ts'

/**
 * Writes what was agreed to about a rule; refuses when the versions are no longer those of the request, when its first day
 * is over, and when the rules would no longer stand together.
 */
export function adoptPolicy(now: Date): Performer {
  const perform: Performer['perform'] = async (client, approval) => {
    const request = approval.payload as unknown as PolicyRequest
    await lockVersions(client, 'policy')
    const weighed = await weighPolicy(client, approval, request, now)
    if (!weighed.ok) return weighed
    const { end, validTo, faults } = weighed.value
    if (weighed.value.request.basis !== request.basis)
      return refuse('not-allowed', [{ path: 'id', reason: 'changed-meanwhile' }])
    if (faults.length > 0) return refuseFaults(faults)
    const { id: approvalId, scope, scopeId } = approval
    const isNew = request.change === 'new'
    const id = isNew ? randomUUIDv7() : request.versionId
    if (isNew) await insertPolicy(client, { ...request, id, scope, scopeId, validTo, approvalId })
    else await takeBackVersion(client, 'policy', { id, approvalId })
    if (end) await endVersion(client, 'policy', end)
    await writeEntry(client, {
      at: now,
      actorKind: 'staff',
      actorId: approval.decidedBy,
      act: isNew ? 'policy-put-in-force' : 'policy-taken-back',
      subjectKind: 'policy',
      subjectId: id,
      ...(scope === 'office' ? { officeId: scopeId } : {}),
      detail: { ...request, scope, scopeId, askedBy: approval.askedBy, ends: end ?? null },
    })
    return accept(true)
  }
  return { kind: 'policy', perform }
}
