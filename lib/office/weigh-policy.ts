import { shanghaiToday } from '#lib/domain/clock.ts'
import { type ActPlace, pathOfPlace } from '#lib/domain/place-act.ts'
import type { PolicyDraft, PolicyRequest } from '#lib/domain/policy-draft.ts'
import { faultOfValue, type PolicyValue, partsOfKey, usualValue } from '#lib/domain/policy-key.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import type { Scope } from '#lib/domain/scope-path.ts'
import { liftVersion, placeVersion, type VersionEnd, versionAlong } from '#lib/domain/version-line.ts'
import { faultsOfRules, type PlaceFault } from './faults-of-rules.ts'
import { hashLine } from './hash-line.ts'
import { type PolicyVersion, readPolicyVersions } from './policy.sql.ts'
import { type PolicyRule, policyBase, readOfficeRegions } from './rules.sql.ts'
import type { Queryable } from './store.ts'

/** What a change of a rule would do. */
export interface PolicyPicture {
  readonly request: PolicyRequest
  /** The end that another version of the same place gets with it. */
  readonly end: VersionEnd | undefined
  /** Until when a new version holds. */
  readonly validTo: PolicyVersion['validTo']
  /** What would no longer stand together, here or in a place below. */
  readonly faults: readonly PlaceFault[]
}

/**
 * Looks at a change of a rule of a place: what held, what will hold, which version it ends, and whether everything still
 * stands together in every place that has rules of its own. The same look stands behind the preview, the request and the
 * agreement.
 */
export async function weighPolicy(
  queryable: Queryable,
  place: ActPlace,
  draft: PolicyDraft,
  now: Date,
): Promise<Result<PolicyPicture>> {
  const today = shanghaiToday(now)
  const all = (await readPolicyVersions(queryable)).filter(({ isTakenBack }) => !isTakenBack)
  const line = all.filter((one) => isOf(one, place) && one.key === draft.key)
  const change = draft.change === 'new' ? placed(line, draft, today) : lifted(line, draft, today)
  if (!change.ok) return change
  const { version, end, validTo, on } = change.value
  const without = all.filter(({ id }) => draft.change === 'new' || id !== draft.versionId)
  const ended = without.map((one) => (one.id === end?.id ? { ...one, validTo: end.validTo } : one))
  const { scope, scopeId } = place
  const changed = version
    ? [...ended, { ...version, id: '', scope, scopeId, validTo, tookOver: false }]
    : ended
  const regions = await readOfficeRegions(queryable)
  const known = new Set(faultsOfRules(all, regions, place, on).map(faultKey))
  const faults = faultsOfRules(changed, regions, place, on).filter((fault) => !known.has(faultKey(fault)))
  const path = pathOfPlace(place)
  const value = (versions: readonly PolicyRule[]): PolicyValue | undefined => {
    const ofKey = versions.filter(({ key }) => key === draft.key)
    const found = versionAlong(ofKey, path, on)
    return found ? found.value : usualValue(draft.key, policyBase().policy)
  }
  const ends = draft.change === 'new' ? end?.id : undefined
  return accept({
    request: { ...draft, basis: hashLine(line), before: value(all), after: value(changed), ends },
    end,
    validTo,
    faults,
  })
}

function placed(
  line: readonly PolicyVersion[],
  draft: Extract<PolicyDraft, { change: 'new' }>,
  today: PolicyVersion['validFrom'],
) {
  const parts = partsOfKey(draft.key)
  if (!parts) return refuse('invalid-input', [{ path: 'key', reason: 'unknown' }])
  const fault = faultOfValue(parts.rules, draft.value)
  if (fault) return refuse('invalid-input', [{ path: 'value', reason: fault }])
  if (!draft.source.trim()) return refuse('invalid-input', [{ path: 'source', reason: 'required' }])
  const fit = placeVersion(line, draft.validFrom, today)
  if (!fit.ok) return fit
  const { key, value, validFrom } = draft
  return accept({
    version: { key, value, validFrom },
    end: fit.value.ends,
    validTo: fit.value.validTo,
    on: validFrom,
  })
}

function lifted(
  line: readonly PolicyVersion[],
  { versionId }: { readonly versionId: string },
  today: PolicyVersion['validFrom'],
) {
  const lift = liftVersion(line, versionId, today)
  if (!lift.ok) return lift
  const on = line.find(({ id }) => id === versionId)?.validFrom ?? today
  return accept({ version: undefined, end: lift.value.goesOn, validTo: null, on })
}

function isOf(one: Scope, { scope, scopeId }: Scope): boolean {
  return one.scope === scope && one.scopeId === scopeId
}

function faultKey({ place, on, key, fault }: PlaceFault): string {
  return `${place.scope} ${place.scopeId} ${on} ${key} ${fault}`
}
