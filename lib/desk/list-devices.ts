import type { Pool } from '#lib/db/pool.ts'
import { refuseStaff, type StaffActor } from '#lib/domain/actor.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { type DeviceRecord, readDevices } from './device.sql.ts'
import { findPlace } from './store.ts'

/** The screens of an office, those that wait to be paired as well. */
export async function listDevices(
  pool: Pool,
  wish: { readonly actor: StaffActor; readonly officeId: string },
): Promise<Result<readonly DeviceRecord[]>> {
  const place = await findPlace(pool, wish.officeId)
  if (!place) return refuse('not-found')
  const refusal = refuseStaff(wish.actor, 'pair-device', place)
  return refusal ?? accept(await readDevices(pool, place.id))
}
