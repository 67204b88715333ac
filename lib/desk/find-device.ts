import type { Pool } from '#lib/db/pool.ts'
import type { Device } from '#lib/domain/device.ts'
import { hashToken } from '#lib/identity/hash-token.ts'
import { findPaired, touchDevice } from './device.sql.ts'

const TOUCH_EVERY_MS = 60_000

/** The paired device of this cookie; one that was ended a moment ago is none. That it was there is noted once a minute. */
export async function findDevice(pool: Pool, token: string, now: Date): Promise<Device | undefined> {
  const device = await findPaired(pool, hashToken(token))
  if (!device) return undefined
  const seen = device.lastSeenAt?.getTime() ?? 0
  if (now.getTime() - seen > TOUCH_EVERY_MS) await touchDevice(pool, device.id, now)
  return device
}
