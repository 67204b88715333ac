import type { Pool, PoolClient } from '#lib/db/pool.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import { type ChecklistDraft, type ChecklistRequest, faultsOfChecklist } from '#lib/domain/checklist-draft.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { liftVersion, placeVersion, type VersionEnd, versionOn } from '#lib/domain/version-line.ts'
import { hashLine } from '#lib/office/hash-line.ts'
import { readRuleSetVersions } from './rule-set.sql.ts'

/** What a change of a list of materials would do. */
export interface ChecklistPicture {
  readonly request: ChecklistRequest
  readonly end: VersionEnd | undefined
  readonly validTo: CalendarDate | null
}

/**
 * Looks at a change of the materials of a service: which list it comes after and until when it holds; refuses one that is not
 * whole. The same look stands behind the preview, the request and the agreement.
 */
export async function weighChecklist(
  queryable: Pool | PoolClient,
  draft: ChecklistDraft,
  now: Date,
): Promise<Result<ChecklistPicture>> {
  const today = shanghaiToday(now)
  const faults = draft.change === 'new' ? faultsOfChecklist(draft) : []
  if (faults.length > 0) return refuse('invalid-input', faults)
  const all = await readRuleSetVersions(queryable)
  const line = all.filter(({ service, isTakenBack }) => service === draft.service && !isTakenBack)
  const basis = hashLine(line)
  if (draft.change === 'new') {
    const fit = placeVersion(line, draft.validFrom, today)
    if (!fit.ok) return fit
    const { ends: end, validTo } = fit.value
    const before = versionOn(line, draft.validFrom)?.id
    return accept({ request: { ...draft, basis, before, ends: end?.id }, end, validTo })
  }
  const lift = liftVersion(line, draft.versionId, today)
  if (!lift.ok) return lift
  const { goesOn: end } = lift.value
  return accept({ request: { ...draft, basis, before: end?.id, ends: undefined }, end, validTo: null })
}
