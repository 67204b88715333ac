import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { mayDo, type OfficePlace } from '#lib/domain/permissions.ts'
import { refuseStaffAt } from '#lib/domain/place-act.ts'
import { accept, type Result } from '#lib/domain/refusal.ts'
import { type RuleSetVersion, readRuleSetVersions } from './rule-set.sql.ts'

/** Every list of materials there is or was, of all services, for whoever sees the rules of their office. */
export async function listChecklistVersions(
  pool: Pool,
  { actor, office }: { readonly actor: StaffActor; readonly office: OfficePlace },
): Promise<Result<{ readonly versions: readonly RuleSetVersion[]; readonly mayPropose: boolean }>> {
  const place = { scope: 'office', scopeId: office.id, officeRegion: office.regionCode } as const
  const refused = refuseStaffAt(actor, 'see-policies', place)
  if (refused) return refused
  const mayPropose = mayDo(actor.grants, 'propose-policy', undefined)
  return accept({ versions: await readRuleSetVersions(pool), mayPropose })
}
