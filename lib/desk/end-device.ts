import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { refuseStaff, type StaffActor } from '#lib/domain/actor.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { isUuid } from '#lib/domain/uuid.ts'
import { closeDevice, findDeviceById } from './device.sql.ts'
import { findPlace } from './store.ts'

/** Ends a screen: whatever it still shows, it may do nothing more. */
export async function endDevice(
  pool: Pool,
  wish: { readonly actor: StaffActor; readonly deviceId: string; readonly now: Date },
): Promise<Result<undefined>> {
  const { actor, deviceId, now } = wish
  const device = isUuid(deviceId) ? await findDeviceById(pool, deviceId) : undefined
  if (!device) return refuse('not-found')
  const refusal = refuseStaff(actor, 'pair-device', await findPlace(pool, device.officeId))
  if (refusal) return refusal
  return poolTransaction(pool, async (client) => {
    if (!(await closeDevice(client, device.id, now))) return refuse('not-found')
    await writeEntry(client, {
      at: now,
      actorKind: 'staff',
      actorId: actor.id,
      act: 'device-ended',
      subjectKind: 'device',
      subjectId: device.id,
      officeId: device.officeId,
    })
    return accept(undefined)
  })
}
