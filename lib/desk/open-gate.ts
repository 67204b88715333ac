import { refuseStaff, type StaffActor } from '#lib/domain/actor.ts'
import type { OfficePlace, StaffAct } from '#lib/domain/permissions.ts'
import { type Refusal, refuse } from '#lib/domain/refusal.ts'
import { keepFresh } from '#lib/office/keep-fresh.ts'
import { findPlace, type Queryable } from './store.ts'

/**
 * The place of an office where this member of staff may do the act; otherwise why not. Where an
 * office lies is kept for a minute; what somebody may do comes with the actor, read in this request.
 */
export async function openGate(
  database: Queryable,
  wish: { readonly actor: StaffActor; readonly officeId: string; readonly now: Date },
  act: StaffAct,
): Promise<OfficePlace | Refusal> {
  const { officeId, now } = wish
  const place = await keepFresh(`place ${officeId}`, now, () => findPlace(database, officeId))
  return place ? (refuseStaff(wish.actor, act, place) ?? place) : refuse('not-found')
}
