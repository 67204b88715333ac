import { refuseStaff, type StaffActor } from '#lib/domain/actor.ts'
import type { OfficePlace, StaffAct } from '#lib/domain/permissions.ts'
import { type Refusal, refuse } from '#lib/domain/refusal.ts'
import { findPlace, type Queryable } from './store.ts'

/** The place of an office where this member of staff may do the act; otherwise why not. */
export async function openGate(
  database: Queryable,
  wish: { readonly actor: StaffActor; readonly officeId: string },
  act: StaffAct,
): Promise<OfficePlace | Refusal> {
  const place = await findPlace(database, wish.officeId)
  return place ? (refuseStaff(wish.actor, act, place) ?? place) : refuse('not-found')
}
