import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { accept, type Result } from '#lib/domain/refusal.ts'
import { changeChannel } from './change-channel.ts'
import { updateChannel } from './channel.sql.ts'
import type { ChannelInput } from './schema.ts'

/** Changes what a channel may do, or switches it off or on; counts a second later at the latest, in every process. */
export function editChannel(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly channelId: string
    readonly input: ChannelInput
    readonly active: boolean
    readonly now: Date
  },
): Promise<Result<true>> {
  const { actor, channelId, input, active, now } = wish
  const detail = { ...input, active }
  return changeChannel(pool, {
    actor,
    channelId,
    act: 'channel-changed',
    detail,
    now,
    change: async (client) => {
      await updateChannel(client, channelId, detail)
      return accept(true)
    },
  })
}
