import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { type Connection, insertRows } from './insert-rows.ts'

const CHANNELS = [
  { name: '演示渠道（全部权限）', scopes: ['read', 'book', 'desk'], ratePerMinute: 100_000_000 },
  { name: '演示渠道（只读）', scopes: ['read'], ratePerMinute: 600 },
  { name: '演示渠道（只预约）', scopes: ['book'], ratePerMinute: 120 },
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
  const keys = CHANNELS.map(({ scopes }) => ({ key: `yd_${base62(32)}`, scopes }))
  await insertRows(
    connection,
    'channel',
    CHANNELS.map((channel, index) => ({
      id: randomUUID(),
      name: channel.name,
      key_hash: createHash('sha256')
        .update(keys[index]?.key ?? '')
        .digest(),
      scopes: channel.scopes,
      rate_per_minute: channel.ratePerMinute,
      active: true,
      created_at: now,
    })),
  )
  return keys
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
