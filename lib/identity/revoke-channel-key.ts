import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { isUuid } from '#lib/domain/uuid.ts'
import { changeChannel } from './change-channel.ts'
import { revokeKey } from './channel.sql.ts'

/** Makes a key worthless: a second later at the latest, in every process (`findChannel`). It cannot be taken back. */
export function revokeChannelKey(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly channelId: string
    readonly keyId: string
    readonly now: Date
  },
): Promise<Result<true>> {
  const { actor, channelId, keyId, now } = wish
  return changeChannel(pool, {
    actor,
    channelId,
    act: 'key-revoked',
    detail: { keyId },
    now,
    change: async (client) => {
      const isGone = isUuid(keyId) && (await revokeKey(client, { channelId, keyId, now }))
      return isGone ? accept(true) : refuse('not-found')
    },
  })
}
