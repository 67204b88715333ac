import type { Pool } from '#lib/db/pool.ts'
import type { Device } from '#lib/domain/device.ts'
import { KIOSK_SERVICES } from '#lib/domain/kiosk-services.ts'
import type { Service } from '#lib/domain/service.ts'
import { listOpenWindows } from './window.sql.ts'

/** For what a kiosk gives numbers now: what may be chosen in a hall and is done at an open window. */
export async function listKioskServices(pool: Pool, device: Device): Promise<readonly Service[]> {
  const windows = await listOpenWindows(pool, device.officeId)
  return KIOSK_SERVICES.filter((service) => windows.some(({ services }) => services.includes(service)))
}
