import { randomUUIDv7 } from 'node:crypto'
import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { KEY_PREFIX, MOST_KEYS, OVERLAP_DAYS } from '#lib/domain/channel.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { changeChannel } from './change-channel.ts'
import { endKeys, insertKey } from './channel.sql.ts'
import { drawToken } from './draw-token.ts'
import { hashToken } from './hash-token.ts'

const DAY_MS = 86_400_000

/**
 * A new key for a channel; told only now, kept as its hash. `overlapDays` is for how long the keys of before go on working
 * beside it (0: no longer); left out, they are not touched. At most five work at a time.
 */
export function issueChannelKey(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly channelId: string
    readonly overlapDays?: number | undefined
    readonly now: Date
  },
): Promise<Result<{ readonly key: string; readonly prefix: string }>> {
  const { actor, channelId, overlapDays, now } = wish
  const key = `yd_${drawToken()}`
  const prefix = key.slice(0, KEY_PREFIX)
  return changeChannel(pool, {
    actor,
    channelId,
    act: overlapDays === undefined ? 'key-issued' : 'key-rotated',
    detail: { prefix, ...(overlapDays === undefined ? {} : { overlapDays }) },
    now,
    change: async (client, channel) => {
      if (overlapDays !== undefined) {
        if (!OVERLAP_DAYS.some((days) => days === overlapDays))
          return refuse('invalid-input', [{ path: 'overlapDays', reason: 'wrong-value' }])
        await endKeys(client, { channelId, until: new Date(now.getTime() + overlapDays * DAY_MS), now })
      }
      const stay = overlapDays === 0 ? 0 : channel.keys
      if (stay >= MOST_KEYS) return refuse('not-allowed', [{ path: 'key', reason: 'too-many-keys' }])
      const keyHash = hashToken(key)
      await insertKey(client, { id: randomUUIDv7(), channelId, prefix, keyHash, createdBy: actor.id, now })
      return accept({ key, prefix })
    },
  })
}
