import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { type KeyState, placeOfChannel, stateOfKey } from '#lib/domain/channel.ts'
import type { OfficePlace } from '#lib/domain/permissions.ts'
import { mayDoAt } from '#lib/domain/place-act.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { type ChannelRecord, type KeyRecord, selectKeys } from './channel.sql.ts'
import { listChannels } from './list-channels.ts'

export interface ChannelShown {
  readonly channel: ChannelRecord
  readonly keys: readonly (KeyRecord & { readonly state: KeyState })[]
  readonly mayEdit: boolean
}

/** One channel with its keys, as far as they are known: their beginnings. */
export async function showChannel(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly office: OfficePlace
    readonly channelId: string
    readonly now: Date
  },
): Promise<Result<ChannelShown>> {
  const { actor, channelId, now } = wish
  const listed = await listChannels(pool, wish)
  if (!listed.ok) return listed
  const channel = listed.value.find(({ id }) => id === channelId)
  if (!channel) return refuse('not-found')
  const keys = await selectKeys(pool, channelId)
  return accept({
    channel,
    keys: keys.map((key) => ({ ...key, state: stateOfKey(key, now) })),
    mayEdit: mayDoAt(actor.grants, 'edit-channels', placeOfChannel(channel.regionCode)),
  })
}
