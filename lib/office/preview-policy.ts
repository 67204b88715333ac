import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { refuseStaffAt } from '#lib/domain/place-act.ts'
import type { PolicyDraft } from '#lib/domain/policy-draft.ts'
import { type Result, refuse } from '#lib/domain/refusal.ts'
import type { Scope } from '#lib/domain/scope-path.ts'
import { findPlace } from './policy.sql.ts'
import { refuseFaults } from './refuse-faults.ts'
import { type PolicyPicture, weighPolicy } from './weigh-policy.ts'

/** What a change of a rule would do, before anybody is asked for it; refuses what would not stand together. Nothing is written. */
export async function previewPolicy(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly place: Scope
    readonly draft: PolicyDraft
    readonly now: Date
  },
): Promise<Result<PolicyPicture>> {
  const place = await findPlace(pool, wish.place)
  if (!place) return refuse('not-found')
  const refused = refuseStaffAt(wish.actor, 'propose-policy', place)
  if (refused) return refused
  const weighed = await weighPolicy(pool, place, wish.draft, wish.now)
  return weighed.ok && weighed.value.faults.length > 0 ? refuseFaults(weighed.value.faults) : weighed
}
