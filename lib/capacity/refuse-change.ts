import { refuseStaff, type StaffActor } from '#lib/domain/actor.ts'
import type { CapacityChange } from '#lib/domain/capacity-change.ts'
import type { StaffAct } from '#lib/domain/permissions.ts'
import { type Refusal, refuse } from '#lib/domain/refusal.ts'
import { findPlace, type Queryable } from './plan.sql.ts'

const CLOSES: readonly CapacityChange['kind'][] = ['closure', 'reopening']

/** Why this member of staff may not change this office so; undefined where they may. */
export async function refuseChange(
  queryable: Queryable,
  wish: { readonly actor: StaffActor; readonly officeId: string; readonly change?: CapacityChange },
): Promise<Refusal | undefined> {
  const place = await findPlace(queryable, wish.officeId)
  if (!place) return refuse('not-found')
  const act: StaffAct = !wish.change || CLOSES.includes(wish.change.kind) ? 'close-day' : 'edit-hours'
  return refuseStaff(wish.actor, act, place)
}
