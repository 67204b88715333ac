import type { Pool, PoolClient } from 'pg'
import type { ChannelKind, ChannelScope, KeyTimes } from '#lib/domain/channel.ts'
import type { LocalizedText } from '#lib/domain/localized-text.ts'

type Handle = Pool | PoolClient

/** A channel as those who look after it see it. */
export interface ChannelRecord {
  readonly id: string
  readonly name: string
  readonly kind: ChannelKind
  /** Whose it is; `null`: the nation's. */
  readonly regionCode: string | null
  readonly regionName: LocalizedText | null
  readonly scopes: readonly ChannelScope[]
  readonly ratePerMinute: number
  readonly active: boolean
  readonly createdAt: Date
  readonly lastUsedAt: Date | null
  /** How many keys open it now. */
  readonly keys: number
}

const RECORD = `SELECT c.id, c.name, c.kind, c.region_code AS "regionCode", r.name AS "regionName", c.scopes,
    c.rate_per_minute AS "ratePerMinute", c.active, c.created_at AS "createdAt",
    (SELECT max(last_used_at) FROM channel_key k WHERE k.channel_id = c.id) AS "lastUsedAt",
    (SELECT count(*)::int FROM channel_key k WHERE k.channel_id = c.id AND k.revoked_at IS NULL
       AND (k.expires_at IS NULL OR k.expires_at > $1)) AS keys
  FROM channel c LEFT JOIN region r ON r.code = c.region_code`

export async function selectChannels(pool: Handle, now: Date): Promise<ChannelRecord[]> {
  const { rows } = await pool.query<ChannelRecord>(`${RECORD} ORDER BY c.active DESC, c.created_at, c.id`, [
    now,
  ])
  return rows
}

/** One channel, locked until the end of the transaction. */
export async function lockChannel(
  client: PoolClient,
  id: string,
  now: Date,
): Promise<ChannelRecord | undefined> {
  const { rows } = await client.query<ChannelRecord>(`${RECORD} WHERE c.id = $2 FOR UPDATE OF c`, [now, id])
  return rows[0]
}

/** What can be set of a channel. */
export interface ChannelSetting {
  readonly name: string
  readonly kind: ChannelKind
  readonly scopes: readonly ChannelScope[]
  readonly ratePerMinute: number
}

export async function insertChannel(
  client: PoolClient,
  row: ChannelSetting & { readonly id: string; readonly regionCode: string | null; readonly now: Date },
): Promise<void> {
  await client.query(
    `INSERT INTO channel (id, name, kind, region_code, scopes, rate_per_minute, active, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, true, $7)`,
    [row.id, row.name, row.kind, row.regionCode, row.scopes, row.ratePerMinute, row.now],
  )
}

export async function updateChannel(
  client: PoolClient,
  id: string,
  set: ChannelSetting & { readonly active: boolean },
): Promise<void> {
  await client.query(
    'UPDATE channel SET name = $2, kind = $3, scopes = $4, rate_per_minute = $5, active = $6 WHERE id = $1',
    [id, set.name, set.kind, set.scopes, set.ratePerMinute, set.active],
  )
}

/** A key as people know it. */
export interface KeyRecord extends KeyTimes {
  readonly id: string
  readonly prefix: string
  readonly createdAt: Date
  readonly createdByName: string | null
  readonly lastUsedAt: Date | null
}

/** The keys of a channel, the latest first. */
export async function selectKeys(client: Handle, channelId: string): Promise<KeyRecord[]> {
  const { rows } = await client.query<KeyRecord>(
    `SELECT k.id, k.prefix, k.created_at AS "createdAt", s.name AS "createdByName", k.expires_at AS "expiresAt",
       k.revoked_at AS "revokedAt", k.last_used_at AS "lastUsedAt"
     FROM channel_key k LEFT JOIN staff s ON s.id = k.created_by
     WHERE k.channel_id = $1 ORDER BY k.created_at DESC, k.id DESC LIMIT 50`,
    [channelId],
  )
  return rows
}

export async function insertKey(
  client: PoolClient,
  row: {
    readonly id: string
    readonly channelId: string
    readonly prefix: string
    readonly keyHash: Buffer
    readonly createdBy: string
    readonly now: Date
  },
): Promise<void> {
  await client.query(
    `INSERT INTO channel_key (id, channel_id, prefix, key_hash, created_by, created_at) VALUES ($1, $2, $3, $4, $5, $6)`,
    [row.id, row.channelId, row.prefix, row.keyHash, row.createdBy, row.now],
  )
}

/** The keys that work now end at an instant, if not before; returns how many there are. */
export async function endKeys(
  client: PoolClient,
  { channelId, until, now }: { readonly channelId: string; readonly until: Date; readonly now: Date },
): Promise<number> {
  const { rowCount } = await client.query(
    `UPDATE channel_key SET expires_at = LEAST(expires_at, $2)
     WHERE channel_id = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $3)`,
    [channelId, until, now],
  )
  return rowCount ?? 0
}

/** False when it was revoked before, or is none of the channel's. */
export async function revokeKey(
  client: PoolClient,
  { channelId, keyId, now }: { readonly channelId: string; readonly keyId: string; readonly now: Date },
): Promise<boolean> {
  const { rowCount } = await client.query(
    'UPDATE channel_key SET revoked_at = $3 WHERE id = $2 AND channel_id = $1 AND revoked_at IS NULL',
    [channelId, keyId, now],
  )
  return rowCount === 1
}
