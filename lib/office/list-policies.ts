import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { LocalizedText } from '#lib/domain/localized-text.ts'
import { type ActPlace, mayDoAt, pathOfPlace, refuseStaffAt } from '#lib/domain/place-act.ts'
import { POLICY_NAMES, type PolicyKey, type PolicyValue, usualValue } from '#lib/domain/policy-key.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import type { Scope } from '#lib/domain/scope-path.ts'
import { versionAlong, versionBefore } from '#lib/domain/version-line.ts'
import { findPlace, type PolicyVersion, readPolicyVersions } from './policy.sql.ts'
import { policyBase } from './rules.sql.ts'

/** A rule as it stands for a place. */
interface PolicyRow {
  readonly key: PolicyKey
  /** What holds today; undefined where nothing says anything, null where it was taken away. */
  readonly value: PolicyValue | undefined
  /** Whose version holds; undefined where it is the settings' default. */
  readonly origin: PolicyVersion | undefined
  /** The place's own: those to come, the next one first, and those that are over or were taken back. */
  readonly coming: readonly PolicyVersion[]
  readonly past: readonly PolicyVersion[]
  /** What held before a version of the place's own. */
  readonly valueBefore: (own: PolicyVersion) => PolicyValue | undefined
}

export interface PlacePolicies {
  readonly place: ActPlace & { readonly name: LocalizedText | undefined }
  readonly rows: readonly PolicyRow[]
  readonly mayPropose: boolean
}

/** Every dated rule as it holds for a place, where it comes from, what is coming and what was. */
export async function listPolicies(
  pool: Pool,
  wish: { readonly actor: StaffActor; readonly place: Scope; readonly now: Date },
): Promise<Result<PlacePolicies>> {
  const { actor, now } = wish
  const place = await findPlace(pool, wish.place)
  if (!place) return refuse('not-found')
  const refused = refuseStaffAt(actor, 'see-policies', place)
  if (refused) return refused
  const today = shanghaiToday(now)
  const path = pathOfPlace(place)
  const isOnPath = (one: Scope) =>
    path.some(({ scope, scopeId }) => scope === one.scope && scopeId === one.scopeId)
  const along = (await readPolicyVersions(pool)).filter(isOnPath)
  const keys = new Set<PolicyKey>([...POLICY_NAMES, ...along.map(({ key }) => key)])
  const rows = [...keys].map((key) => {
    const ofKey = along.filter((one) => one.key === key)
    const origin = versionAlong(
      ofKey.filter(({ isTakenBack }) => !isTakenBack),
      path,
      today,
    )
    const own = ofKey.filter(({ scope, scopeId }) => scope === place.scope && scopeId === place.scopeId)
    const isComing = (one: PolicyVersion) => !one.isTakenBack && one.validFrom > today
    const isPast = (one: PolicyVersion) => one.isTakenBack || (one.validTo !== null && one.validTo < today)
    const valueIn = (one: PolicyVersion | undefined) =>
      one ? one.value : usualValue(key, policyBase().policy)
    return {
      key,
      value: valueIn(origin),
      origin,
      coming: own.filter(isComing).toReversed(),
      past: own.filter(isPast),
      valueBefore: (one: PolicyVersion) => valueIn(versionBefore(ofKey, one, path)),
    }
  })
  return accept({ place, rows, mayPropose: mayDoAt(actor.grants, 'propose-policy', place) })
}
