import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { KEY_PREFIX } from '#lib/domain/channel.ts'
import { type Connection, insertRows } from './insert-rows.ts'

/** Those that book are the nation's, so that they book in every town; one is a province's, for its administrators to look after. */
const CHANNELS = [
  {
    name: '演示渠道（全部权限）',
    kind: 'hotline',
    regionCode: null,
    scopes: ['read', 'book', 'desk'],
    ratePerMinute: 100_000_000,
  },
  { name: '演示渠道（只读）', kind: 'app', regionCode: '510000', scopes: ['read'], ratePerMinute: 600 },
  {
    name: '演示渠道（只预约）',
    kind: 'mini-program',
    regionCode: null,
    scopes: ['book'],
    ratePerMinute: 120,
  },
] as const

export interface ChannelKey {
  readonly key: string
  readonly scopes: readonly string[]
}

/**
 * Plants the channels of the demo world and returns their keys, which are stored nowhere. They are drawn anew in each
 * world: a key that stands in a public repository would open every demo that is reachable from outside.
 */
export async function plantChannels(connection: Connection, now: Date): Promise<ChannelKey[]> {
  const drawn = CHANNELS.map((channel) => ({ id: randomUUID(), key: `yd_${base62(32)}`, channel }))
  await insertRows(
    connection,
    'channel',
    drawn.map(({ id, channel }) => ({
      id,
      name: channel.name,
      kind: channel.kind,
      region_code: channel.regionCode,
      scopes: channel.scopes,
      rate_per_minute: channel.ratePerMinute,
      active: true,
      created_at: now,
    })),
  )
  await insertRows(
    connection,
    'channel_key',
    drawn.map(({ id, key }) => ({
      id: randomUUID(),
      channel_id: id,
      prefix: key.slice(0, KEY_PREFIX),
      key_hash: createHash('sha256').update(key).digest(),
      created_at: now,
    })),
  )
  return drawn.map(({ key, channel: { scopes } }) => ({ key, scopes }))
}

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

// Bytes from 248 on would favour the first characters; twice the bytes are drawn, so that enough are left.
function base62(length: number): string {
  const fair = Array.from(randomBytes(length * 2)).filter((byte) => byte < 248)
  return fair.length < length
    ? base62(length)
    : fair
        .slice(0, length)
        .map((byte) => BASE62.charAt(byte % 62))
        .join('')
}
