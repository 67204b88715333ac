import { randomUUIDv7 } from 'node:crypto'
import type { Performer } from '#lib/approval/decide-approval.ts'
import { writeEntry } from '#lib/audit/write-entry.ts'
import type { ChecklistRequest } from '#lib/domain/checklist-draft.ts'
import { accept, refuse } from '#lib/domain/refusal.ts'
import { endRuleSet, insertRuleSet, lockRuleSets, takeBackRuleSet } from './rule-set.sql.ts'
import { weighChecklist } from './weigh-checklist.ts'

/**
 * Writes the list of materials that was agreed to; refuses when the versions are no longer those of the request, and when
 * its first day is over. Appointments keep the list that they were booked under.
 */
export function adoptChecklist(now: Date): Performer {
  const perform: Performer['perform'] = async (client, approval) => {
    const request = approval.payload as unknown as ChecklistRequest
    await lockRuleSets(client)
    const weighed = await weighChecklist(client, request, now)
    if (!weighed.ok) return weighed
    const { end, validTo } = weighed.value
    if (weighed.value.request.basis !== request.basis)
      return refuse('not-allowed', [{ path: 'id', reason: 'changed-meanwhile' }])
    const approvalId = approval.id
    const isNew = request.change === 'new'
    const id = isNew ? randomUUIDv7() : request.versionId
    if (isNew) await insertRuleSet(client, { ...request, id, validTo, approvalId })
    else await takeBackRuleSet(client, { id, approvalId })
    if (end) await endRuleSet(client, end)
    await writeEntry(client, {
      at: now,
      actorKind: 'staff',
      actorId: approval.decidedBy,
      act: isNew ? 'checklist-put-in-force' : 'checklist-taken-back',
      subjectKind: 'policy',
      subjectId: id,
      detail: { service: request.service, askedBy: approval.askedBy, ends: end ?? null },
    })
    return accept(true)
  }
  return { kind: 'checklist', perform }
}
