import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import type { OfficeClosure, PlannedLane } from '#lib/domain/capacity-change.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { accept, type Result } from '#lib/domain/refusal.ts'
import { readOfficePlan } from './plan.sql.ts'
import { refuseChange } from './refuse-change.ts'

/** The lanes of an office and its closures from today on, for who may change them. */
export async function listLanes(
  pool: Pool,
  wish: { readonly actor: StaffActor; readonly officeId: string; readonly now: Date },
): Promise<
  Result<{
    readonly lanes: readonly Pick<PlannedLane, 'id' | 'name'>[]
    readonly closures: readonly OfficeClosure[]
  }>
> {
  const refusal = await refuseChange(pool, wish)
  if (refusal) return refusal
  return accept(await readOfficePlan(pool, wish.officeId, shanghaiToday(wish.now)))
}
