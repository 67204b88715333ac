import { randomUUIDv7 } from 'node:crypto'
import type { Performer } from '#lib/approval/decide-approval.ts'
import { writeEntry } from '#lib/audit/write-entry.ts'
import { accept, refuse } from '#lib/domain/refusal.ts'
import type { TextRequest } from '#lib/domain/text-draft.ts'
import { endVersion, lockVersions, takeBackVersion } from './policy.sql.ts'
import { insertText } from './text.sql.ts'
import { weighText } from './weigh-text.ts'

/**
 * Writes what was agreed to about a text; refuses when the versions are no longer those of the request, and when its first
 * day is over.
 */
export function adoptText(now: Date): Performer {
  const perform: Performer['perform'] = async (client, approval) => {
    const request = approval.payload as unknown as TextRequest
    await lockVersions(client, 'text_version')
    const weighed = await weighText(client, approval, request, now)
    if (!weighed.ok) return weighed
    const { end, validTo } = weighed.value
    if (weighed.value.request.basis !== request.basis)
      return refuse('not-allowed', [{ path: 'id', reason: 'changed-meanwhile' }])
    const { id: approvalId, scope, scopeId } = approval
    const isNew = request.change === 'new'
    const id = isNew ? randomUUIDv7() : request.versionId
    if (isNew)
      await insertText(client, { ...request, ...request.name, id, scope, scopeId, validTo, approvalId })
    else await takeBackVersion(client, 'text_version', { id, approvalId })
    if (end) await endVersion(client, 'text_version', end)
    await writeEntry(client, {
      at: now,
      actorKind: 'staff',
      actorId: approval.decidedBy,
      act: isNew ? 'text-put-in-force' : 'text-taken-back',
      subjectKind: 'text',
      subjectId: id,
      ...(scope === 'office' ? { officeId: scopeId } : {}),
      detail: { ...request.name, scope, scopeId, askedBy: approval.askedBy, ends: end ?? null },
    })
    return accept(true)
  }
  return { kind: 'text', perform }
}
