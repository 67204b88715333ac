import type { Pool } from '#lib/db/pool.ts'
import { type Device, PAIRING_HOURS } from '#lib/domain/device.ts'
import { hashToken } from '#lib/identity/hash-token.ts'
import { findUnpaired } from './device.sql.ts'

/** What a link would pair; undefined when it was used, is too old or never was one. Looking pairs nothing. */
export function findDeviceLink(pool: Pool, token: string, now: Date): Promise<Device | undefined> {
  const since = new Date(now.getTime() - PAIRING_HOURS * 60 * 60 * 1000)
  return findUnpaired(pool, { tokenHash: hashToken(token), since })
}
