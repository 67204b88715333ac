import type { Device, DeviceKind } from '#lib/domain/device.ts'
import type { Queryable } from './store.ts'

/** A device as the office that owns it sees it. */
export interface DeviceRecord extends Device {
  readonly createdAt: Date
  readonly pairedAt: Date | null
  readonly lastSeenAt: Date | null
}

const COLUMNS = `id, office_id AS "officeId", kind, name, "window", created_at AS "createdAt", paired_at AS "pairedAt", last_seen_at AS "lastSeenAt"`

/** A new device that waits to be paired by its link. */
export async function insertDevice(
  database: Queryable,
  made: {
    readonly id: string
    readonly officeId: string
    readonly kind: DeviceKind
    readonly name: string
    readonly window: string | undefined
    readonly tokenHash: Buffer
    readonly by: string
    readonly now: Date
  },
): Promise<void> {
  await database.query(
    `INSERT INTO device (id, office_id, kind, name, "window", token_hash, created_at, created_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [made.id, made.officeId, made.kind, made.name, made.window ?? null, made.tokenHash, made.now, made.by],
  )
}

/** The devices of an office that were not ended, the newest first. */
export async function readDevices(database: Queryable, officeId: string): Promise<DeviceRecord[]> {
  const { rows } = await database.query<DeviceRecord>(
    `SELECT ${COLUMNS} FROM device WHERE office_id = $1 AND ended_at IS NULL ORDER BY created_at DESC, id`,
    [officeId],
  )
  return rows
}

/** A device by its id, unless it was ended. */
export async function findDeviceById(database: Queryable, id: string): Promise<DeviceRecord | undefined> {
  const { rows } = await database.query<DeviceRecord>(
    `SELECT ${COLUMNS} FROM device WHERE id = $1 AND ended_at IS NULL`,
    [id],
  )
  return rows[0]
}

/** What the link of this token would pair: a device that is not paired yet and was made after `since`. */
export async function findUnpaired(
  database: Queryable,
  wish: { readonly tokenHash: Buffer; readonly since: Date },
): Promise<DeviceRecord | undefined> {
  const { rows } = await database.query<DeviceRecord>(
    `SELECT ${COLUMNS} FROM device WHERE token_hash = $1 AND paired_at IS NULL AND ended_at IS NULL AND created_at > $2`,
    [wish.tokenHash, wish.since],
  )
  return rows[0]
}

/** Pairs what waits for this token and changes the token for its own: of two who open the link at once, one is paired. */
export async function swapToken(
  database: Queryable,
  wish: { readonly tokenHash: Buffer; readonly own: Buffer; readonly since: Date; readonly now: Date },
): Promise<DeviceRecord | undefined> {
  const { rows } = await database.query<DeviceRecord>(
    `UPDATE device SET token_hash = $2, paired_at = $4, last_seen_at = $4
     WHERE token_hash = $1 AND paired_at IS NULL AND ended_at IS NULL AND created_at > $3 RETURNING ${COLUMNS}`,
    [wish.tokenHash, wish.own, wish.since, wish.now],
  )
  return rows[0]
}

/** The paired device of this token. */
export async function findPaired(database: Queryable, tokenHash: Buffer): Promise<DeviceRecord | undefined> {
  const { rows } = await database.query<DeviceRecord>(
    `SELECT ${COLUMNS} FROM device WHERE token_hash = $1 AND paired_at IS NOT NULL AND ended_at IS NULL`,
    [tokenHash],
  )
  return rows[0]
}

/** Notes that a device was there. */
export async function touchDevice(database: Queryable, id: string, now: Date): Promise<void> {
  await database.query('UPDATE device SET last_seen_at = $2 WHERE id = $1', [id, now])
}

/** Ends a device for good; false when it was ended already. */
export async function closeDevice(database: Queryable, id: string, now: Date): Promise<boolean> {
  const { rowCount } = await database.query(
    'UPDATE device SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL',
    [id, now],
  )
  return rowCount === 1
}
